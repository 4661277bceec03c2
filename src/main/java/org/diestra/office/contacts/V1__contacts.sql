-- A workspace's contact book; made with its first card.
create table contacts.book (
  workspace uuid primary key references workspaces.workspace,
  -- the number of its last change: what has a greater one is new to a program
  change bigint not null default 0,
  cards int not null default 0 check (cards >= 0),
  -- of cards and of what is in the trash
  bytes bigint not null default 0
);

-- How far those who work in an area go in the book, where the keepers have said so: 0 not at all,
-- 1 read, 2 write.
create table contacts.rule (
  workspace uuid not null references workspaces.workspace,
  area text not null check (area in ('ADMIN', 'BOOKKEEPING', 'SOCIAL', 'BLOG', 'TRAVEL',
    'APPOINTMENTS', 'DATA_ENTRY', 'FILES')),
  reach int not null check (reach between 0 and 2),
  set_by uuid not null references accounts.person,
  set_at timestamptz not null,
  primary key (workspace, area)
);

-- A contact in the bytes that a program or this house wrote, and beside it what a list needs.
create table contacts.card (
  id uuid primary key,
  workspace uuid not null references contacts.book,
  -- the last part of its address for programs, which is not its UID
  name text not null check (length(name) between 1 and 255),
  uid text not null check (length(uid) between 1 and 500),
  body bytea not null check (length(body) <= 1000000),
  -- SHA-256 of the body
  etag text not null check (etag ~ '^[0-9a-f]{64}$'),
  change bigint not null,
  -- whether it stands for a group of others, as some programs keep them: no list shows it
  grouping boolean not null,
  title text not null check (length(title) <= 300),
  -- the title as it is compared: in lower case, without accents
  sort text collate "C" not null,
  -- a to z, or # for all others
  initial text not null check (initial ~ '^[a-z#]$'),
  organisation text not null,
  mail text not null,
  phone text not null,
  -- what it is found by
  words tsvector not null,
  categories text[] not null,
  photo boolean not null,
  made_by uuid not null references accounts.person,
  made_at timestamptz not null,
  changed_by uuid not null references accounts.person,
  changed_at timestamptz not null,
  unique (workspace, name),
  unique (workspace, uid)
);
create index card_list on contacts.card (workspace, sort, id) where not grouping;
create index card_initial on contacts.card (workspace, initial, sort, id) where not grouping;
create index card_change on contacts.card (workspace, change);
create index card_words on contacts.card using gin (words);
create index card_categories on contacts.card using gin (categories);

-- By which two cards may be of one person or firm: an address of mail, a name, a number.
create table contacts.trait (
  card uuid not null references contacts.card on delete cascade,
  workspace uuid not null,
  trait text not null check (length(trait) <= 200),
  primary key (card, trait)
);
create index trait_twins on contacts.trait (workspace, trait);

-- Two cards that somebody looked at and found to be two.
create table contacts.apart (
  workspace uuid not null references contacts.book,
  one uuid not null references contacts.card on delete cascade,
  other uuid not null references contacts.card on delete cascade,
  said_by uuid not null references accounts.person,
  said_at timestamptz not null,
  primary key (one, other),
  check (one < other)
);

-- What was taken out and can come back for a month.
create table contacts.waste (
  id uuid primary key,
  workspace uuid not null references contacts.book,
  name text not null,
  uid text not null,
  title text not null,
  organisation text not null,
  body bytea not null,
  -- into which it was merged, or null
  merged uuid,
  made_by uuid not null references accounts.person,
  made_at timestamptz not null,
  removed_by uuid not null references accounts.person,
  removed_at timestamptz not null
);
create index waste_list on contacts.waste (workspace, removed_at desc, id desc);
create index waste_age on contacts.waste (removed_at);

-- What was taken out, for programs that saw it: their next look tells them.
create table contacts.gone (
  workspace uuid not null references contacts.book,
  name text not null,
  change bigint not null,
  primary key (workspace, name)
);
create index gone_change on contacts.gone (workspace, change);

-- Who did what to a card. What it was before is kept for a month.
create table contacts.history (
  id uuid primary key,
  workspace uuid not null references contacts.book,
  card uuid not null,
  deed text not null check (deed in ('ADDED', 'CHANGED', 'REMOVED', 'RETURNED', 'MERGED')),
  way text not null check (way in ('PAGE', 'PROGRAM', 'FILE')),
  -- names of lines, in upper case
  fields text[] not null,
  before bytea,
  by_whom uuid not null references accounts.person,
  at timestamptz not null
);
create index history_card on contacts.history (card, at desc, id desc);
create index history_age on contacts.history (at);

-- A file that somebody brought, until it is taken in or a day is over.
create table contacts.intake (
  id uuid primary key,
  workspace uuid not null references workspaces.workspace,
  person uuid not null references accounts.person,
  body bytea not null check (length(body) <= 20000000),
  brought_at timestamptz not null
);
create index intake_age on contacts.intake (brought_at);

-- How far the caller may go in which books, and until when. It runs as the tables' owner, whom
-- their policies do not bind; every policy here asks it, once a statement.
create function contacts.reaches()
  returns table (workspace uuid, reach int, until timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select k.workspace, 3, null::timestamptz from workspaces.kept() as k(workspace)
    union all
    select d.workspace,
      coalesce(r.reach, case when d.area in ('ADMIN', 'APPOINTMENTS') then 2 else 0 end), d.until
    from workspaces.doors() d
    left join contacts.rule r on r.workspace = d.workspace and r.area = d.area
    where d.level = 'WORKING'
  $$;

alter table contacts.book enable row level security;
alter table contacts.rule enable row level security;
alter table contacts.card enable row level security;
alter table contacts.trait enable row level security;
alter table contacts.apart enable row level security;
alter table contacts.waste enable row level security;
alter table contacts.gone enable row level security;
alter table contacts.history enable row level security;
alter table contacts.intake enable row level security;

create policy seen on contacts.book for select
  using ((select data.house())
    or workspace in (select r.workspace from contacts.reaches() r where r.reach >= 1));
create policy made on contacts.book for insert
  with check ((select data.house())
    or workspace in (select r.workspace from contacts.reaches() r where r.reach >= 2));
create policy counted on contacts.book for update
  using ((select data.house())
    or workspace in (select r.workspace from contacts.reaches() r where r.reach >= 2));

create policy seen on contacts.rule for select
  using ((select data.house()) or workspace in (select r.workspace from contacts.reaches() r));
create policy kept on contacts.rule for all
  using ((select data.house()) or workspace in (select workspaces.kept()));

create policy seen on contacts.card for select
  using ((select data.house())
    or workspace in (select r.workspace from contacts.reaches() r where r.reach >= 1));
create policy written on contacts.card for all
  using ((select data.house())
    or workspace in (select r.workspace from contacts.reaches() r where r.reach >= 2));
create policy seen on contacts.trait for select
  using ((select data.house())
    or workspace in (select r.workspace from contacts.reaches() r where r.reach >= 1));
create policy written on contacts.trait for all
  using ((select data.house())
    or workspace in (select r.workspace from contacts.reaches() r where r.reach >= 2));
create policy written on contacts.apart for all
  using ((select data.house())
    or workspace in (select r.workspace from contacts.reaches() r where r.reach >= 2));
create policy written on contacts.waste for all
  using ((select data.house())
    or workspace in (select r.workspace from contacts.reaches() r where r.reach >= 2));
create policy seen on contacts.gone for select
  using ((select data.house())
    or workspace in (select r.workspace from contacts.reaches() r where r.reach >= 1));
create policy written on contacts.gone for all
  using ((select data.house())
    or workspace in (select r.workspace from contacts.reaches() r where r.reach >= 2));
create policy seen on contacts.history for select
  using ((select data.house())
    or workspace in (select r.workspace from contacts.reaches() r where r.reach >= 1));
create policy told on contacts.history for insert
  with check ((select data.house())
    or workspace in (select r.workspace from contacts.reaches() r where r.reach >= 2));
create policy forgotten on contacts.history for update using ((select data.house())
  or workspace in (select r.workspace from contacts.reaches() r where r.reach >= 2));
create policy over on contacts.history for delete using ((select data.house()));
create policy own on contacts.intake
  using ((select data.house()) or person = (select data.caller()))
  with check ((select data.house()) or person = (select data.caller()));
