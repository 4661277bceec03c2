create table watches.watch (
  id uuid primary key,
  person uuid not null references accounts.person,
  kind text not null check (kind ~ '^[a-z]{1,20}$'),
  query text not null check (length(query) between 1 and 2000),
  name text not null check (length(name) between 1 and 80),
  created_at timestamptz not null,
  -- what was published until then has been told
  looked_at timestamptz not null,
  -- what was removed can be brought back
  removed_at timestamptz,
  unique (person, kind, query)
);

create index watch_due on watches.watch (looked_at, id) where removed_at is null;
