-- The workspaces in whose tables the caller works.
create function tables.worked() returns setof uuid
  language sql stable set search_path = ''
  as $$
    select d.workspace from workspaces.doors() d
    where d.area = 'DATA_ENTRY' and d.level = 'WORKING'
  $$;

-- A table.
create table tables.sheet (
  id uuid primary key,
  workspace uuid not null references workspaces.workspace,
  name text not null check (length(name) between 1 and 80),
  about text not null check (length(about) <= 500),
  version int not null check (version >= 1),
  -- how many rows it has that are not taken out
  size int not null default 0 check (size >= 0),
  made_by uuid not null references accounts.person,
  made_at timestamptz not null,
  removed_by uuid references accounts.person,
  removed_at timestamptz,
  check ((removed_at is null) = (removed_by is null))
);
create index sheet_list on tables.sheet (workspace, name, id);
create index sheet_removed on tables.sheet (removed_at) where removed_at is not null;

create table tables.field (
  sheet uuid not null references tables.sheet on delete cascade,
  -- names its value in the cells of a row, and never changes
  number int not null check (number between 1 and 999),
  name text not null check (length(name) between 1 and 80),
  kind text not null check (kind in ('TEXT', 'NOTE', 'NUMBER', 'MONEY', 'DATE', 'CHOICE', 'LINK',
    'EMAIL', 'TAX_ID', 'IBAN')),
  required boolean not null,
  settings jsonb not null,
  place int not null,
  -- which of a row's keys is its own; null for one that is only shown
  slot int check (slot between 1 and 12),
  -- whether the keys of the rows that were there before it are still being made
  filling boolean not null default false,
  retired_at timestamptz,
  primary key (sheet, number)
);
create unique index field_slot on tables.field (sheet, slot) where slot is not null;

-- A row. Its values stand in the cells, by the numbers of their fields; by its keys, one a field, it
-- is ordered and found: a key is empty for no value, and null where no field has that place. Since
-- only what is not null stands in an index, a table costs as many as it has fields.
create table tables.record (
  id uuid primary key,
  sheet uuid not null references tables.sheet on delete cascade,
  workspace uuid not null,
  -- the order in which rows came
  place bigint generated always as identity,
  cells jsonb not null check (jsonb_typeof(cells) = 'object'),
  -- what it is called where another row leads to it: its first field, as people read it
  title text not null check (length(title) <= 200),
  words tsvector not null,
  version int not null check (version >= 1),
  -- by which import it came
  brought uuid,
  made_by uuid references accounts.person,
  made_at timestamptz not null,
  changed_by uuid references accounts.person,
  changed_at timestamptz not null,
  removed_by uuid references accounts.person,
  k1 text collate "C" check (length(k1) <= 200),
  k2 text collate "C" check (length(k2) <= 200),
  k3 text collate "C" check (length(k3) <= 200),
  k4 text collate "C" check (length(k4) <= 200),
  k5 text collate "C" check (length(k5) <= 200),
  k6 text collate "C" check (length(k6) <= 200),
  k7 text collate "C" check (length(k7) <= 200),
  k8 text collate "C" check (length(k8) <= 200),
  k9 text collate "C" check (length(k9) <= 200),
  k10 text collate "C" check (length(k10) <= 200),
  k11 text collate "C" check (length(k11) <= 200),
  k12 text collate "C" check (length(k12) <= 200),
  removed_at timestamptz
);
create index record_list on tables.record (sheet, place) where removed_at is null;
create index record_removed on tables.record (removed_at) where removed_at is not null;
create index record_brought on tables.record (brought, id) where brought is not null;
create index record_words on tables.record using gin (words) where removed_at is null;
create index record_k1 on tables.record (sheet, k1, place)
  where removed_at is null and k1 is not null;
create index record_k2 on tables.record (sheet, k2, place)
  where removed_at is null and k2 is not null;
create index record_k3 on tables.record (sheet, k3, place)
  where removed_at is null and k3 is not null;
create index record_k4 on tables.record (sheet, k4, place)
  where removed_at is null and k4 is not null;
create index record_k5 on tables.record (sheet, k5, place)
  where removed_at is null and k5 is not null;
create index record_k6 on tables.record (sheet, k6, place)
  where removed_at is null and k6 is not null;
create index record_k7 on tables.record (sheet, k7, place)
  where removed_at is null and k7 is not null;
create index record_k8 on tables.record (sheet, k8, place)
  where removed_at is null and k8 is not null;
create index record_k9 on tables.record (sheet, k9, place)
  where removed_at is null and k9 is not null;
create index record_k10 on tables.record (sheet, k10, place)
  where removed_at is null and k10 is not null;
create index record_k11 on tables.record (sheet, k11, place)
  where removed_at is null and k11 is not null;
create index record_k12 on tables.record (sheet, k12, place)
  where removed_at is null and k12 is not null;

-- Who did what to a row, with the cells that changed as they were and as they became.
create table tables.turn (
  id uuid primary key,
  sheet uuid not null references tables.sheet on delete cascade,
  workspace uuid not null,
  record uuid not null references tables.record on delete cascade,
  deed text not null check (deed in ('ADDED', 'CHANGED', 'REMOVED', 'RETURNED', 'REWOUND')),
  before jsonb not null,
  after jsonb not null,
  -- null for somebody without an account
  by_whom uuid references accounts.person,
  at timestamptz not null
);
create index turn_record on tables.turn (record, at desc, id desc);

-- The rows of a table in which those words stand, at most so many. Row security lets no index be
-- used for words, since @@ is not leakproof; so this looks as the tables' owner, after asking
-- whether the caller works there.
create function tables.find(room uuid, asked uuid, wanted tsquery, most int) returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select r.id from tables.record r
    where r.sheet = asked and r.workspace = room and r.removed_at is null and r.words @@ wanted
      and (data.house() or room in (select tables.worked()))
    limit most
  $$;

alter table tables.sheet enable row level security;
alter table tables.field enable row level security;
alter table tables.record enable row level security;
alter table tables.turn enable row level security;

create policy worked on tables.sheet
  using ((select data.house()) or workspace in (select tables.worked()));
create policy worked on tables.field
  using ((select data.house()) or sheet in (select s.id from tables.sheet s));
create policy worked on tables.record
  using ((select data.house()) or workspace in (select tables.worked()));
create policy worked on tables.turn
  using ((select data.house()) or workspace in (select tables.worked()));
