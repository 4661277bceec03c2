-- What comes piece by piece and is not a file yet. Until it is whole it counts with all it will
-- weigh; for a day after that it can still tell that it was kept.
create table files.upload (
  id uuid primary key,
  workspace uuid not null references files.space,
  -- where it shall lie; null for the workspace's own folder
  parent uuid,
  name text collate "C" not null check (octet_length(name) between 1 and 255),
  size bigint not null check (size >= 0),
  -- confirmed bytes: what lies on the disk beyond them is cut off
  received bigint not null default 0 check (received between 0 and size),
  -- tells files of one name and size apart, in the words of whoever sends them
  mark text not null check (length(mark) <= 200),
  person uuid not null references accounts.person,
  made_at timestamptz not null,
  touched_at timestamptz not null,
  kept_at timestamptz,
  entry uuid,
  foreign key (workspace, parent) references files.entry (workspace, id) on delete set null (parent),
  foreign key (workspace, entry) references files.entry (workspace, id) on delete set null (entry),
  check (kept_at is null or received = size),
  check (kept_at is not null or entry is null)
);
create index upload_coming on files.upload (workspace, person) where kept_at is null;
create index upload_parent on files.upload (workspace, parent) where parent is not null;
create index upload_entry on files.upload (workspace, entry) where entry is not null;
create index upload_touched on files.upload (touched_at);
alter table files.upload enable row level security;
create policy worked on files.upload
  using ((select data.house()) or workspace in (select d.workspace from workspaces.doors() d
    where d.area = 'FILES' and d.level = 'WORKING'));
-- What uploads that are not whole yet will weigh.
alter table files.space add column coming bigint not null default 0 check (coming >= 0);
