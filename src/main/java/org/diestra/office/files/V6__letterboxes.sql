-- An address by which somebody without an account puts files into one folder and sees nothing of it.
create table files.letterbox (
  id uuid primary key,
  workspace uuid not null,
  entry uuid not null,
  -- its secret: found by the hash, and shown again to its maker from under the house's seal
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  sealed bytea not null check (length(sealed) <= 200),
  title text not null check (length(title) between 1 and 100),
  note text not null check (length(note) <= 2000),
  password text check (length(password) <= 200),
  until timestamptz,
  -- how much it takes in all, and has taken or is taking
  most_files integer check (most_files between 1 and 10000),
  most_bytes bigint check (most_bytes > 0),
  files integer not null default 0 check (files >= 0),
  bytes bigint not null default 0 check (bytes >= 0),
  made_by uuid not null references accounts.person,
  made_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references accounts.person,
  foreign key (workspace, entry) references files.entry (workspace, id) on delete cascade,
  check (most_files is null or files <= most_files),
  check (most_bytes is null or bytes <= most_bytes)
);
create index letterbox_entry on files.letterbox (workspace, entry);
create index letterbox_maker on files.letterbox (workspace, made_by) where ended_at is null;

-- What came in by it, and from whom in their own words. The file may be gone since.
create table files.handed (
  id uuid primary key,
  workspace uuid not null,
  letterbox uuid not null references files.letterbox on delete cascade,
  entry uuid,
  name text not null,
  giver text not null check (length(giver) <= 100),
  size bigint not null check (size >= 0),
  at timestamptz not null,
  foreign key (workspace, entry) references files.entry (workspace, id) on delete set null (entry)
);
create index handed_letterbox on files.handed (workspace, letterbox, at);
create index handed_entry on files.handed (workspace, entry) where entry is not null;

alter table files.upload add column letterbox uuid references files.letterbox on delete set null;
alter table files.upload add column giver text not null default '' check (length(giver) <= 100);
create index upload_letterbox on files.upload (letterbox) where letterbox is not null;

alter table files.letterbox enable row level security;
alter table files.handed enable row level security;
create policy worked on files.letterbox
  using ((select data.house()) or workspace in (select d.workspace from workspaces.doors() d
    where d.area = 'FILES' and d.level = 'WORKING'));
create policy worked on files.handed
  using ((select data.house()) or workspace in (select d.workspace from workspaces.doors() d
    where d.area = 'FILES' and d.level = 'WORKING'));
