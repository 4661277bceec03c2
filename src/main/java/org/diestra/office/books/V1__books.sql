-- The workspaces in whose books the caller works. Every policy of what stands in them asks it, once
-- a statement.
create function books.worked() returns setof uuid
  language sql stable set search_path = ''
  as $$
    select d.workspace from workspaces.doors() d
    where d.area = 'BOOKKEEPING' and d.level = 'WORKING'
  $$;

-- How many people may post in the books of that workspace: everybody of the client's but the staff.
-- It runs as the tables' owner, as whoever asks need not see them.
create function books.checkers(room uuid) returns bigint
  language sql stable security definer set search_path = ''
  as $$
    select count(*) from workspaces.workspace w
    join accounts.membership m on m.organisation = w.organisation
    where w.id = room and m.role <> 'STAFF'
  $$;

create function books.never() returns trigger language plpgsql as
$$ begin raise exception '% is only added to', tg_table_name; end $$;

-- A workspace has one set of books.
create table books.book (
  workspace uuid primary key references workspaces.workspace,
  chart text not null check (chart in ('SPAIN', 'MEXICO', 'COLOMBIA', 'GENERIC')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- in which a year of the books begins
  first_month smallint not null check (first_month between 1 and 12),
  -- nothing is written for a day before
  begins date not null,
  -- up to and including this day nothing is posted any more; null where nothing is closed
  closed_until date check (closed_until >= begins),
  -- whether the only person who may post posts what that same person wrote
  alone boolean not null default false,
  version int not null check (version >= 1),
  opened_by uuid not null references accounts.person,
  opened_at timestamptz not null
);

-- Every closing and reopening. Only added to.
create table books.closing (
  workspace uuid not null references books.book,
  version int not null check (version >= 2), -- of the book, after it
  was date,
  until date,
  reason text check (length(reason) between 1 and 500),
  person uuid not null references accounts.person,
  at timestamptz not null,
  primary key (workspace, version),
  check (was is distinct from until),
  constraint reopened_with_a_reason
    check (reason is not null or until is not null and (was is null or until > was))
);
create trigger closing_stays before update or delete on books.closing
  for each row execute function books.never();

-- Nothing is closed or opened again without a word of who did it, and what was posted keeps its
-- currency and its years.
create function books.book_guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if (new.workspace, new.chart, new.currency, new.first_month, new.begins, new.opened_by,
      new.opened_at) is distinct from (old.workspace, old.chart, old.currency, old.first_month,
      old.begins, old.opened_by, old.opened_at) then
    raise exception 'books stay what they were opened as' using errcode = 'check_violation',
      constraint = 'book_stays';
  end if;
  if new.closed_until is distinct from old.closed_until and not exists (
      select from books.closing c where c.workspace = new.workspace and c.version = new.version
        and c.was is not distinct from old.closed_until
        and c.until is not distinct from new.closed_until) then
    raise exception 'closed or reopened without a word' using errcode = 'check_violation',
      constraint = 'closing_is_written_down';
  end if;
  return new;
end $$;
create trigger book_guard before update on books.book
  for each row execute function books.book_guard();

create table books.account (
  id uuid primary key,
  workspace uuid not null references books.book,
  code text not null check (code ~ '^[0-9A-Z][0-9A-Z.-]{0,15}$'),
  -- the heading or account that it is part of
  parent uuid,
  name_es text not null check (length(name_es) between 1 and 120),
  name_en text not null check (length(name_en) between 1 and 120),
  kind text not null check (kind in ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE')),
  -- what programs look for: which account is the bank's, which gathers VAT
  use text check (use in ('CASH', 'BANK', 'CUSTOMERS', 'SUPPLIERS', 'VAT_CHARGED', 'VAT_PAID',
    'VAT_DUE', 'WITHHELD', 'RESULT', 'CAPITAL')),
  -- whether lines are written on it; a heading only gathers others
  posts boolean not null,
  version int not null check (version >= 1),
  closed_at timestamptz,
  closed_by uuid references accounts.person,
  unique (workspace, code),
  unique (workspace, id),
  foreign key (workspace, parent) references books.account (workspace, id),
  check (parent <> id),
  check ((closed_at is null) = (closed_by is null)),
  check (posts or closed_at is null)
);

-- What was posted on an account keeps its meaning.
create function books.account_guard() returns trigger language plpgsql as $$
begin
  if (new.id, new.workspace, new.code, new.parent, new.kind, new.posts)
      is distinct from (old.id, old.workspace, old.code, old.parent, old.kind, old.posts) then
    raise exception 'an account keeps its code and kind' using errcode = 'check_violation',
      constraint = 'account_stays';
  end if;
  return new;
end $$;
create trigger account_guard before update on books.account
  for each row execute function books.account_guard();
create trigger account_never_goes before delete on books.account
  for each row execute function books.never();

alter table books.book enable row level security;
alter table books.closing enable row level security;
alter table books.account enable row level security;

create policy seen on books.book for select
  using ((select data.house()) or workspace in (select books.worked()));
create policy opened on books.book for insert
  with check ((select data.house()) or workspace in (select workspaces.dealing()));
-- Whoever works in them holds them while writing, which takes the right to update; changing them is
-- for those who post.
create policy kept on books.book for update
  using ((select data.house()) or workspace in (select books.worked()))
  with check ((select data.house()) or workspace in (select workspaces.dealing()));

create policy seen on books.closing for select
  using ((select data.house()) or workspace in (select books.worked()));
create policy written on books.closing for insert
  with check ((select data.house())
    or person = (select data.caller()) and workspace in (select workspaces.dealing()));

create policy worked on books.account
  using ((select data.house()) or workspace in (select books.worked()));
