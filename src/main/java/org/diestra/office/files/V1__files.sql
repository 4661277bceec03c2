-- What a workspace's files weigh, all versions and the trash included. Whoever changes something in
-- a workspace locks its row first, so that two never change the same tree at once.
create table files.space (
  workspace uuid primary key references workspaces.workspace,
  used bigint not null default 0 check (used >= 0),
  quota bigint not null check (quota > 0)
);

-- A folder or a file. One in the trash keeps its place, to be put back there: its own id stands in
-- "trash", and in that of all that went with it.
create table files.entry (
  id uuid primary key,
  workspace uuid not null references files.space,
  parent uuid,
  name text collate "C" not null
    check (octet_length(name) between 1 and 255 and name not in ('.', '..')
      and position('/' in name) = 0),
  folder boolean not null,
  -- of a file: its newest version
  version integer check (version > 0),
  blob uuid references blobs.blob,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  type text,
  created_at timestamptz not null,
  created_by uuid not null references accounts.person,
  changed_at timestamptz not null,
  changed_by uuid not null references accounts.person,
  trash uuid,
  trashed_at timestamptz,
  trashed_by uuid references accounts.person,
  unique (workspace, id),
  foreign key (workspace, parent) references files.entry (workspace, id),
  check (folder = (version is null) and folder = (blob is null) and folder = (sha256 is null)
    and folder = (type is null) and (not folder or size = 0)),
  check ((trash is null) = (trashed_at is null) and (trash is null) = (trashed_by is null))
);
-- No two of a name stand side by side; letters in another case are another name.
create unique index entry_name on files.entry (workspace, parent, name) nulls not distinct
  where trash is null;
create index entry_parent on files.entry (parent);
create index entry_trash on files.entry (workspace, trash) where trash is not null;
create index entry_trashed on files.entry (trashed_at) where trash = id;

-- What a file once was, and is.
create table files.version (
  id uuid primary key,
  workspace uuid not null,
  entry uuid not null,
  number integer not null check (number > 0),
  blob uuid not null references blobs.blob,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  type text not null,
  made_at timestamptz not null,
  made_by uuid not null references accounts.person,
  unique (entry, number) deferrable initially immediate,
  foreign key (workspace, entry) references files.entry (workspace, id)
);

alter table files.space enable row level security;
alter table files.entry enable row level security;
alter table files.version enable row level security;

-- Whoever works in the area of files works with all of them; a contract that is not yet running
-- opens its manuals alone.
create policy worked on files.space
  using ((select data.house()) or workspace in (select d.workspace from workspaces.doors() d
    where d.area = 'FILES' and d.level = 'WORKING'));
create policy worked on files.entry
  using ((select data.house()) or workspace in (select d.workspace from workspaces.doors() d
    where d.area = 'FILES' and d.level = 'WORKING'));
create policy worked on files.version
  using ((select data.house()) or workspace in (select d.workspace from workspaces.doors() d
    where d.area = 'FILES' and d.level = 'WORKING'));
