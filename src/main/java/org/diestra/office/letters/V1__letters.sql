-- A text with fields that is written again and again.
create table letters.template (
  id uuid primary key,
  workspace uuid not null references workspaces.workspace,
  kind text not null check (kind in ('LETTER', 'MAIL')),
  -- in which its fields are named and its dates written
  language text not null check (language in ('en', 'es')),
  name text not null check (length(name) between 1 and 80),
  subject text not null check (length(subject) <= 200),
  body text not null check (length(body) between 1 and 20000),
  version int not null default 1,
  made_by uuid not null references accounts.person,
  made_at timestamptz not null,
  changed_by uuid not null references accounts.person,
  changed_at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid references accounts.person,
  check ((removed_at is null) = (removed_by is null))
);
create index template_list on letters.template (workspace, lower(name), id)
  where removed_at is null;

-- What was written from one, at one time.
create table letters.mailing (
  id uuid primary key,
  workspace uuid not null references workspaces.workspace,
  template uuid not null references letters.template,
  kind text not null check (kind in ('LETTER', 'MAIL')),
  language text not null check (language in ('en', 'es')),
  -- what the template was called then
  name text not null check (length(name) between 1 and 80),
  -- the day that stands on it
  day date not null,
  -- of the form, so that what is sent twice is kept once
  key uuid not null unique,
  made_by uuid not null references accounts.person,
  made_at timestamptz not null
);
create index mailing_list on letters.mailing (workspace, made_at desc, id desc);

-- One letter or mail, as it was written.
create table letters.piece (
  mailing uuid not null references letters.mailing,
  number int not null check (number between 1 and 100),
  -- the contact whom it is for, or null for one that stands in no book
  card uuid,
  name text not null check (length(name) <= 300),
  -- as on an envelope, a line each
  address text not null check (length(address) <= 1000),
  mail text not null check (length(mail) <= 300),
  subject text not null check (length(subject) <= 1000),
  body text not null check (length(body) between 1 and 40000),
  -- when somebody said that it went out
  sent_at timestamptz,
  sent_by uuid references accounts.person,
  primary key (mailing, number),
  check ((sent_at is null) = (sent_by is null))
);
create index piece_card on letters.piece (card) where card is not null;

-- The workspaces in which the caller writes. Every policy here asks it, once a statement.
create function letters.working() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select d.workspace from workspaces.doors() d where d.area = 'ADMIN' and d.level = 'WORKING'
  $$;

alter table letters.template enable row level security;
alter table letters.mailing enable row level security;
alter table letters.piece enable row level security;
create policy worked on letters.template
  using ((select data.house()) or workspace in (select letters.working()))
  with check ((select data.house()) or workspace in (select letters.working()));
create policy seen on letters.mailing for select
  using ((select data.house()) or workspace in (select letters.working()));
create policy written on letters.mailing for insert
  with check ((select data.house())
    or workspace in (select letters.working()) and made_by = (select data.caller()));
create policy seen on letters.piece for select
  using ((select data.house()) or exists (select from letters.mailing m where m.id = mailing));
create policy written on letters.piece for insert
  with check ((select data.house()) or exists (select from letters.mailing m where m.id = mailing));
create policy ticked on letters.piece for update
  using ((select data.house()) or exists (select from letters.mailing m where m.id = mailing));
