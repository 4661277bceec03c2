-- An address by which somebody without an account reaches one file or folder.
create table files.link (
  id uuid primary key,
  workspace uuid not null,
  entry uuid not null,
  -- its secret: found by the hash, and shown again to its maker from under the house's seal
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  sealed bytea not null check (length(sealed) <= 200),
  label text not null check (length(label) <= 100),
  password text check (length(password) <= 200),
  until timestamptz,
  most integer check (most between 1 and 10000),
  used integer not null default 0 check (used >= 0),
  made_by uuid not null references accounts.person,
  made_at timestamptz not null,
  last_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references accounts.person,
  foreign key (workspace, entry) references files.entry (workspace, id) on delete cascade,
  check (most is null or used <= most)
);
create index link_entry on files.link (workspace, entry) where ended_at is null;
create index link_maker on files.link (workspace, made_by) where ended_at is null;

-- Who opened what: a row for each person or visitor, way and day, however many pieces it came in.
create table files.opening (
  id uuid primary key,
  workspace uuid not null,
  entry uuid not null,
  person uuid references accounts.person,
  link uuid references files.link on delete cascade,
  visitor text check (visitor ~ '^[0-9a-f]{16}$'),
  way text not null check (way in ('LOOKED', 'SAVED', 'PROGRAM', 'LINK')),
  day date not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  times integer not null default 1 check (times > 0),
  unique nulls not distinct (entry, day, way, person, link, visitor),
  foreign key (workspace, entry) references files.entry (workspace, id) on delete cascade,
  check ((way = 'LINK') = (link is not null) and (link is null) = (visitor is null)
    and (link is null) = (person is not null))
);
create index opening_entry on files.opening (workspace, entry, last_at);
create index opening_old on files.opening (last_at);

alter table files.link enable row level security;
alter table files.opening enable row level security;
create policy worked on files.link
  using ((select data.house()) or workspace in (select d.workspace from workspaces.doors() d
    where d.area = 'FILES' and d.level = 'WORKING'));
create policy worked on files.opening
  using ((select data.house()) or workspace in (select d.workspace from workspaces.doors() d
    where d.area = 'FILES' and d.level = 'WORKING'));
