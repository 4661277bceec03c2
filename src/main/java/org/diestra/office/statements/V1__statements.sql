-- An account at a bank, which one account of the chart shows.
create table statements.account (
  id uuid primary key,
  workspace uuid not null references books.book,
  ledger uuid not null,
  name text not null check (length(name) between 1 and 80),
  -- its IBAN or number, letters and digits alone; empty where nobody has said it
  number text not null check (number ~ '^[0-9A-Z]{0,34}$'),
  -- what its bank's CSV has where
  columns text check (length(columns) <= 300),
  -- the first day that statements are brought of, and what there was as it began; both come with the
  -- first statement that says so, unless somebody does
  begins date,
  opening bigint check (abs(opening) <= 1000000000000000),
  -- up to and including this day bank and books were found to be the same
  reconciled_until date,
  reconciled_by uuid references accounts.person,
  reconciled_at timestamptz,
  version int not null check (version >= 1),
  made_by uuid not null references accounts.person,
  made_at timestamptz not null,
  unique (workspace, ledger),
  unique (id, workspace),
  foreign key (workspace, ledger) references books.account (workspace, id),
  check ((begins is null) = (opening is null)),
  check ((reconciled_until is null) = (reconciled_by is null)
    and (reconciled_by is null) = (reconciled_at is null))
);

-- A file that was looked at and not taken in yet: one for each account and person.
create table statements.draft (
  account uuid not null references statements.account,
  person uuid not null references accounts.person,
  workspace uuid not null references books.book,
  name text not null check (length(name) <= 200),
  content bytea not null check (octet_length(content) between 1 and 5000000),
  at timestamptz not null,
  primary key (account, person)
);
create index draft_at on statements.draft (at);

create table statements.import (
  id uuid primary key,
  account uuid not null,
  workspace uuid not null references books.book,
  name text not null check (length(name) <= 200),
  format text not null check (format in ('CAMT', 'CSV', 'MT940', 'OFX')),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  opening bigint,
  closing bigint,
  from_day date,
  to_day date,
  lines int not null check (lines >= 0), -- that the file had
  fresh int not null check (fresh between 0 and lines), -- that were not known
  brought_by uuid not null references accounts.person,
  brought_at timestamptz not null,
  undone_by uuid references accounts.person,
  undone_at timestamptz,
  foreign key (account, workspace) references statements.account (id, workspace),
  unique (id, account),
  check ((undone_at is null) = (undone_by is null))
);
create unique index import_once on statements.import (account, hash) where undone_at is null;
create index import_account on statements.import (account, brought_at desc);

create table statements.line (
  id uuid primary key,
  account uuid not null,
  workspace uuid not null references books.book,
  import uuid not null,
  -- what makes it this line and no other: the bank's reference, or all that is said of it, and which
  -- of its twins it is
  key text not null check (key ~ '^[0-9a-f]{64}$'),
  day date not null,
  amount bigint not null check (amount <> 0 and abs(amount) <= 1000000000000000),
  party text not null check (length(party) <= 140),
  counter text check (length(counter) <= 34), -- their account
  words text not null check (length(words) <= 1000),
  folded text not null, -- party and words, as they are searched
  end_to_end text not null check (length(end_to_end) <= 35),
  bank text not null check (length(bank) <= 100),
  -- why it is not for the books, where somebody has said so
  ignored text check (length(ignored) between 1 and 200),
  ignored_by uuid references accounts.person,
  ignored_at timestamptz,
  version int not null default 1,
  unique (account, key),
  unique (id, workspace),
  foreign key (account, workspace) references statements.account (id, workspace),
  foreign key (import, account) references statements.import (id, account),
  check ((ignored is null) = (ignored_by is null) and (ignored is null) = (ignored_at is null))
);
create index line_day on statements.line (account, day desc, id desc);
create index line_amount on statements.line (workspace, amount, day);
create index line_import on statements.line (import);

-- A rule that a person can read: a line that says so is for that account.
create table statements.rule (
  id uuid primary key,
  workspace uuid not null references books.book,
  contains text not null check (length(contains) between 2 and 80), -- folded
  way text not null check (way in ('IN', 'OUT')),
  account uuid not null,
  -- thousandths of VAT that the amount includes: 210 are 21 %
  vat int check (vat between 1 and 999),
  -- what the entry is called; empty for what the bank says
  text text not null check (length(text) <= 200),
  -- the smaller is asked first
  priority int not null check (priority between 1 and 999),
  rights int not null default 0, -- how often what it said was taken
  wrongs int not null default 0, -- how often something else was
  last_used timestamptz,
  version int not null check (version >= 1),
  made_by uuid not null references accounts.person,
  made_at timestamptz not null,
  unique (workspace, contains, way),
  unique (id, workspace),
  foreign key (workspace, account) references books.account (workspace, id)
);

-- Which entry shows a line. An entry that is thrown away takes it along; one that is written anew
-- without that amount on the bank's account shows it no more (see statements.shown).
create table statements.match (
  line uuid primary key,
  workspace uuid not null references books.book,
  entry uuid not null,
  rule uuid references statements.rule on delete set null,
  -- whether the entry was written for the line, and not found
  made boolean not null,
  person uuid not null references accounts.person,
  at timestamptz not null,
  foreign key (line, workspace) references statements.line (id, workspace) on delete cascade,
  foreign key (entry, workspace) references bookkeeping.entry (id, workspace) on delete cascade
);
create index match_entry on statements.match (entry);

-- Each line that an entry shows, with how far that entry is.
create view statements.shown with (security_invoker = true) as
  select m.line, m.entry, m.rule, m.made, e.state, e.text, e.year, e.number
  from statements.match m
  join statements.line l on l.id = m.line
  join statements.account a on a.id = l.account
  join bookkeeping.entry e on e.id = m.entry
  where exists (select from bookkeeping.line b
    where b.entry = m.entry and b.account = a.ledger and b.amount = l.amount);

-- What was posted on a bank's account for days up to which bank and books had been found the same.
create table statements.breach (
  account uuid not null references statements.account,
  entry uuid not null references bookkeeping.entry,
  workspace uuid not null references books.book,
  at timestamptz not null default now(),
  primary key (account, entry)
);

-- Nobody posts into reconciled days unseen: it is not forbidden, it is written down.
create function statements.note_breach() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  insert into statements.breach (account, entry, workspace)
    select a.id, new.entry, a.workspace from statements.account a
    where a.workspace = new.workspace and a.ledger = new.account
      and a.reconciled_until >= new.day
    on conflict do nothing;
  return null;
end $$;
create trigger note_breach after update of posted on bookkeeping.line
  for each row when (new.posted and not old.posted)
  execute function statements.note_breach();

-- The same for lines of the bank: what was reconciled is not taken back, nor added to unseen.
create function statements.line_guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    if exists (select from statements.match m where m.line = old.id) or old.ignored is not null
        or exists (select from statements.account a
          where a.id = old.account and a.reconciled_until >= old.day) then
      raise exception 'line % has been dealt with', old.id using errcode = 'check_violation',
        constraint = 'dealt_with_stays';
    end if;
    return old;
  end if;
  if (new.id, new.account, new.workspace, new.import, new.key, new.day, new.amount, new.party,
      new.counter, new.words, new.folded, new.end_to_end, new.bank) is distinct from
      (old.id, old.account, old.workspace, old.import, old.key, old.day, old.amount, old.party,
      old.counter, old.words, old.folded, old.end_to_end, old.bank) then
    raise exception 'a line stays as the bank gave it' using errcode = 'check_violation',
      constraint = 'line_stays';
  end if;
  return new;
end $$;
create trigger line_guard before update or delete on statements.line
  for each row execute function statements.line_guard();

-- The mark is for those who post.
create function statements.account_guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if (new.id, new.workspace, new.ledger) is distinct from (old.id, old.workspace, old.ledger) then
    raise exception 'a bank account stays with its account' using errcode = 'check_violation',
      constraint = 'account_stays';
  end if;
  if new.reconciled_until is distinct from old.reconciled_until
      and new.reconciled_by is not null
      and not books.checks(new.workspace, new.reconciled_by) then
    raise exception 'reconciling is for those who post' using errcode = 'check_violation',
      constraint = 'checker_reconciles';
  end if;
  return new;
end $$;
create trigger account_guard before update on statements.account
  for each row execute function statements.account_guard();

revoke insert on statements.breach from diestra_app;
revoke update on statements.breach, statements.match from diestra_app;

alter table statements.account enable row level security;
alter table statements.draft enable row level security;
alter table statements.import enable row level security;
alter table statements.line enable row level security;
alter table statements.rule enable row level security;
alter table statements.match enable row level security;
alter table statements.breach enable row level security;

create policy worked on statements.account
  using ((select data.house()) or workspace in (select books.worked()));
create policy own on statements.draft
  using ((select data.house())
    or person = (select data.caller()) and workspace in (select books.worked()));
create policy worked on statements.import
  using ((select data.house()) or workspace in (select books.worked()));
create policy worked on statements.line
  using ((select data.house()) or workspace in (select books.worked()));
create policy worked on statements.rule
  using ((select data.house()) or workspace in (select books.worked()));
create policy worked on statements.match
  using ((select data.house()) or workspace in (select books.worked()));
create policy worked on statements.breach
  using ((select data.house()) or workspace in (select books.worked()));
