-- Write locks (RFC 4918, section 6), by the path of what is locked: they survive a restart, and end
-- by themselves.
create table dav.lock (
  token text primary key check (token like 'urn:uuid:%'),
  path text collate "C" not null check (path like '/%'),
  deep boolean not null,
  exclusive boolean not null,
  owner text not null check (length(owner) <= 4000),
  person uuid not null references accounts.person,
  made_at timestamptz not null,
  until timestamptz not null
);
create index lock_path on dav.lock (path);
create index lock_person on dav.lock (person);
create index lock_until on dav.lock (until);

-- Properties that nobody here understands, kept for whoever set them (RFC 4918, section 4.4).
create table dav.property (
  resource uuid not null,
  namespace text not null check (length(namespace) <= 1000),
  name text not null check (length(name) between 1 and 200),
  markup text not null check (length(markup) <= 64000),
  primary key (resource, namespace, name)
);

alter table dav.lock enable row level security;
alter table dav.property enable row level security;

-- Who may see a thing at all is decided by its module, before anybody asks what is locked or noted
-- of it; but a lock binds everybody, and so is everybody's to see.
create policy somebody on dav.lock
  using ((select data.house()) or (select data.caller()) is not null);
create policy somebody on dav.property
  using ((select data.house()) or (select data.caller()) is not null);
