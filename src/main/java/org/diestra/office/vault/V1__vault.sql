-- The keys under which a workspace's secrets are sealed, sealed themselves under the house's. The
-- newest seals; an older one opens until all it sealed is sealed anew.
create table vault.key (
  workspace uuid not null references workspaces.workspace,
  number int not null check (number >= 1),
  sealed bytea not null,
  made_at timestamptz not null,
  primary key (workspace, number)
);

-- What a secret is found by. Everything else of it is sealed.
create table vault.item (
  id uuid primary key,
  workspace uuid not null references workspaces.workspace,
  area text not null check (area in ('ADMIN', 'BOOKKEEPING', 'SOCIAL', 'BLOG', 'TRAVEL',
    'APPOINTMENTS', 'DATA_ENTRY', 'FILES')),
  kind text not null check (kind in ('LOGIN', 'CARD', 'NOTE')),
  name text not null check (length(name) between 1 and 120),
  site text not null check (length(site) <= 300),
  words text not null, -- both, folded
  masked boolean not null,
  -- for those alone who keep the workspace
  kept boolean not null,
  version int not null check (version >= 1),
  -- what was brought in at once can be taken back at once
  batch uuid,
  created_by uuid not null references accounts.person,
  created_at timestamptz not null,
  changed_by uuid not null references accounts.person,
  changed_at timestamptz not null,
  -- when its secret, not its name, last changed
  secret_at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid references accounts.person,
  check ((removed_at is null) = (removed_by is null))
);
create index item_list on vault.item (workspace, lower(name), id) where removed_at is null;
create index item_removed on vault.item (removed_at) where removed_at is not null;
create index item_batch on vault.item (batch) where batch is not null;

create table vault.secret (
  item uuid primary key references vault.item,
  workspace uuid not null,
  key int not null,
  sealed bytea not null check (length(sealed) <= 40000),
  foreign key (workspace, key) references vault.key (workspace, number)
);
create index secret_key on vault.secret (workspace, key);

-- Who did what with it; only added to.
create table vault.use (
  id uuid primary key,
  workspace uuid not null references workspaces.workspace,
  item uuid not null references vault.item,
  person uuid not null references accounts.person,
  what text not null check (what in ('ADDED', 'IMPORTED', 'CHANGED', 'REVEALED', 'COPIED', 'CODE',
    'REMOVED', 'RESTORED')),
  field text,
  at timestamptz not null
);
create index use_item on vault.use (item, at desc);
create index use_person on vault.use (workspace, person, at desc);
create function vault.never() returns trigger language plpgsql as
$$ begin raise exception '% is only added to', tg_table_name; end $$;
create trigger use_stays before update or delete on vault.use
  for each row execute function vault.never();

-- What is to be changed since somebody can't enter any more who could reach it.
create table vault.duty (
  id uuid primary key,
  workspace uuid not null references workspaces.workspace,
  item uuid not null references vault.item,
  person uuid not null references accounts.person,
  used_at timestamptz, -- by that person, the last time
  since timestamptz not null,
  done_at timestamptz,
  done_by uuid references accounts.person,
  -- changed, or else left as it is
  changed boolean,
  check ((done_at is null) = (done_by is null) and (done_at is null) = (changed is null))
);
create unique index duty_once on vault.duty (item, person) where done_at is null;
create index duty_open on vault.duty (workspace, since) where done_at is null;

alter table vault.key enable row level security;
alter table vault.item enable row level security;
alter table vault.secret enable row level security;
alter table vault.use enable row level security;
alter table vault.duty enable row level security;

-- Keys are the house's own: nobody's query ever sees one.
create policy house on vault.key using ((select data.house()));

create policy reached on vault.item
  using ((select data.house()) or workspace in (select workspaces.kept())
    or not kept and (workspace, area) in (
      select d.workspace, d.area from workspaces.doors() d where d.level = 'WORKING'));
create policy reached on vault.secret
  using ((select data.house()) or exists (select from vault.item i where i.id = item));

create policy seen on vault.use for select
  using ((select data.house()) or person = (select data.caller())
    or workspace in (select workspaces.kept()));
create policy added on vault.use for insert
  with check ((select data.house()) or person = (select data.caller())
    and exists (select from vault.item i where i.id = item));

create policy kept on vault.duty
  using ((select data.house()) or workspace in (select workspaces.kept()));
