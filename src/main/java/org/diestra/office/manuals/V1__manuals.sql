-- A procedure of a workspace. What it says stands in its versions, and in its draft.
create table manuals.procedure (
  id uuid primary key,
  workspace uuid not null references workspaces.workspace,
  area text not null check (area in ('ADMIN', 'BOOKKEEPING', 'SOCIAL', 'BLOG', 'TRAVEL',
    'APPOINTMENTS', 'DATA_ENTRY', 'FILES')),
  language text not null check (language in ('es', 'en')),
  title text not null check (length(title) between 1 and 120),
  -- of what is published, or else drafted; folded, in the stems of both languages
  words tsvector not null,
  -- whose instructions it began as, in a schema above this one
  contract uuid,
  published int check (published >= 1),
  created_by uuid not null references accounts.person,
  created_at timestamptz not null,
  archived_at timestamptz,
  archived_by uuid references accounts.person,
  check ((archived_at is null) = (archived_by is null))
);
create index procedure_list on manuals.procedure (workspace, lower(title), id);
create index procedure_words on manuals.procedure using gin (words);
-- the instructions of a contract begin one procedure
create unique index procedure_once on manuals.procedure (contract);

create table manuals.draft (
  procedure uuid primary key references manuals.procedure,
  body text not null check (length(body) <= 3000000),
  revision int not null check (revision >= 1),
  changed_by uuid not null references accounts.person,
  changed_at timestamptz not null,
  asked_by uuid references accounts.person,
  asked_at timestamptz,
  check ((asked_at is null) = (asked_by is null))
);

create table manuals.version (
  procedure uuid not null references manuals.procedure,
  number int not null check (number >= 1),
  major int not null check (major >= 1),
  minor int not null check (minor >= 0),
  patch int not null check (patch >= 0),
  change text not null check (change in ('MAJOR', 'MINOR', 'PATCH')),
  body text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  note text not null check (length(note) <= 1000),
  published_by uuid not null references accounts.person,
  published_at timestamptz not null,
  primary key (procedure, number),
  unique (procedure, major, minor, patch)
);
alter table manuals.procedure add constraint procedure_published
  foreign key (id, published) references manuals.version (procedure, number);

-- The pictures, videos and papers in its steps. Only who brought a file can put it here, so that
-- naming somebody else's file opens nothing.
create table manuals.file (
  procedure uuid not null references manuals.procedure,
  blob uuid not null references blobs.blob,
  brought_by uuid not null references accounts.person,
  primary key (procedure, blob)
);

-- What was published stays as it was.
create function manuals.never() returns trigger language plpgsql as
$$ begin raise exception '% is only added to', tg_table_name; end $$;
create trigger version_stays before update or delete on manuals.version
  for each row execute function manuals.never();

alter table manuals.procedure enable row level security;
alter table manuals.draft enable row level security;
alter table manuals.version enable row level security;
alter table manuals.file enable row level security;

-- Whoever enters an area reads its manuals; who works there drafts them; who keeps the workspace
-- publishes them.
create policy read on manuals.procedure for select
  using ((select data.house())
    or (workspace, area) in (select d.workspace, d.area from workspaces.doors() d));
create policy added on manuals.procedure for insert
  with check ((select data.house()) or (workspace, area) in (
    select d.workspace, d.area from workspaces.doors() d where d.level = 'WORKING'));
create policy changed on manuals.procedure for update
  using ((select data.house()) or (workspace, area) in (
    select d.workspace, d.area from workspaces.doors() d where d.level = 'WORKING'));

create policy worked on manuals.draft
  using ((select data.house()) or exists (select from manuals.procedure p
    where p.id = procedure and (p.workspace, p.area) in (
      select d.workspace, d.area from workspaces.doors() d where d.level = 'WORKING')));

create policy read on manuals.version for select
  using ((select data.house()) or exists (select from manuals.procedure p where p.id = procedure));
create policy published on manuals.version for insert
  with check ((select data.house()) or exists (select from manuals.procedure p
    where p.id = procedure and p.workspace in (select workspaces.kept())));

create policy read on manuals.file for select
  using ((select data.house()) or exists (select from manuals.procedure p where p.id = procedure));
create policy added on manuals.file for insert
  with check ((select data.house()) or brought_by = (select data.caller())
    and exists (select from manuals.procedure p where p.id = procedure));
