create table bookkeeping.entry (
  id uuid primary key,
  workspace uuid not null references books.book,
  -- of the form that made it: sent twice it makes one
  key uuid not null,
  day date not null,
  text text not null check (length(text) between 1 and 200),
  words text not null, -- the same, folded
  state text not null check (state in ('DRAFT', 'PROPOSED', 'RETURNED', 'POSTED')),
  version int not null check (version >= 1),
  since timestamptz not null, -- when it came to its state
  -- what its debits come to
  amount bigint not null check (amount >= 0),
  made_by uuid not null references accounts.person,
  made_at timestamptz not null,
  -- who wrote what stands there now
  written_by uuid not null references accounts.person,
  proposed_by uuid references accounts.person,
  -- why it was returned
  reason text check (length(reason) between 1 and 500),
  posted_by uuid references accounts.person,
  -- whether who wrote it posted it too, there being nobody else
  alone boolean not null default false,
  -- in the order of posting, from 1 in each year of the books
  year int,
  number int check (number >= 1),
  -- undone once at most
  reverses uuid unique references bookkeeping.entry,
  unique (workspace, key),
  unique (workspace, year, number),
  unique (id, workspace),
  check ((state = 'POSTED') = (posted_by is not null)),
  check ((state = 'POSTED') = (number is not null) and (number is null) = (year is null)),
  check ((state = 'RETURNED') = (reason is not null)),
  check (state in ('DRAFT', 'RETURNED') or proposed_by is not null)
);
create index entry_day on bookkeeping.entry (workspace, day desc, id desc);
create index entry_waits on bookkeeping.entry (workspace, state, since)
  where state in ('PROPOSED', 'RETURNED');
create index entry_writer on bookkeeping.entry (written_by) where state = 'RETURNED';

create table bookkeeping.line (
  entry uuid not null,
  place smallint not null check (place between 1 and 200),
  workspace uuid not null,
  account uuid not null,
  -- debits above zero
  amount bigint not null check (amount <> 0 and abs(amount) <= 1000000000000000),
  note text not null check (length(note) <= 200),
  -- its entry's
  day date not null,
  posted boolean not null default false,
  primary key (entry, place),
  foreign key (entry, workspace) references bookkeeping.entry (id, workspace) on delete cascade,
  foreign key (workspace, account) references books.account (workspace, id)
);
create index line_account on bookkeeping.line (account, day, entry, place) where posted;

-- What was posted on an account in a month, so that a balance needs no look at every line.
create table bookkeeping.turnover (
  workspace uuid not null references books.book,
  account uuid not null references books.account,
  month date not null check (extract(day from month) = 1),
  debit bigint not null check (debit >= 0),
  credit bigint not null check (credit >= 0),
  primary key (workspace, account, month)
);

-- How many entries of a year of the books are posted.
create table bookkeeping.numbering (
  workspace uuid not null references books.book,
  year int not null,
  last int not null check (last >= 1),
  primary key (workspace, year)
);

-- Every step of an entry with what was said. Only added to; drafts that are thrown away take theirs.
create table bookkeeping.move (
  entry uuid not null references bookkeeping.entry on delete cascade,
  version int not null,
  workspace uuid not null references books.book,
  from_state text,
  to_state text not null,
  person uuid not null references accounts.person,
  words text check (length(words) between 1 and 500),
  at timestamptz not null,
  primary key (entry, version)
);

-- The paper that shows what was bought or sold. One without an entry waits for it.
create table bookkeeping.receipt (
  id uuid primary key,
  workspace uuid not null references books.book,
  blob uuid not null references blobs.blob,
  entry uuid,
  brought_by uuid not null references accounts.person,
  brought_at timestamptz not null,
  foreign key (entry, workspace) references bookkeeping.entry (id, workspace)
);
create index receipt_entry on bookkeeping.receipt (entry) where entry is not null;
create index receipt_waits on bookkeeping.receipt (workspace, id) where entry is null;

create function bookkeeping.refuse(why text, rule text) returns void language plpgsql as
$$ begin raise exception '%', why using errcode = 'check_violation', constraint = rule; end $$;

-- The life of an entry, for whoever writes, the owner of these tables too: what is posted stays as it
-- is; who writes does not post, but for the only one who could; nothing is posted in closed days. What
-- posting leads to happens here and nowhere else: its number, its lines' mark, its accounts' months.
create function bookkeeping.entry_guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare room books.book;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'DRAFT' then
      perform bookkeeping.refuse('an entry begins as a draft', 'begins_as_draft');
    end if;
    return new;
  end if;
  if old.state = 'POSTED' or tg_op = 'DELETE' and old.state = 'PROPOSED' then
    perform bookkeeping.refuse('entry ' || old.id || ' stays', 'posted_stays');
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if (new.id, new.workspace, new.key, new.made_by, new.made_at, new.reverses) is distinct from
      (old.id, old.workspace, old.key, old.made_by, old.made_at, old.reverses)
      or (old.state, new.state) not in (('DRAFT', 'DRAFT'), ('DRAFT', 'PROPOSED'),
        ('PROPOSED', 'DRAFT'), ('PROPOSED', 'RETURNED'), ('PROPOSED', 'POSTED'),
        ('RETURNED', 'RETURNED'), ('RETURNED', 'PROPOSED')) then
    perform bookkeeping.refuse('entry ' || old.id || ' has no such step: ' || old.state || ' to '
      || new.state, 'no_such_step');
  end if;
  if old.state = 'PROPOSED' and (new.day, new.text, new.amount, new.written_by) is distinct from
      (old.day, old.text, old.amount, old.written_by)
      or new.state = 'POSTED' and new.proposed_by is distinct from old.proposed_by then
    perform bookkeeping.refuse('what was proposed is decided on as it is', 'proposed_stays');
  end if;
  if new.state = 'POSTED' then
    select b.* into room from books.book b where b.workspace = new.workspace for share;
    if new.day < room.begins or new.day <= room.closed_until then
      perform bookkeeping.refuse('the books are closed for ' || new.day, 'day_is_open');
    end if;
    new.alone := new.posted_by in (new.proposed_by, new.written_by);
    if new.alone and not (room.alone and books.checkers(new.workspace) = 1) then
      perform bookkeeping.refuse('who writes does not post', 'two_pairs_of_eyes');
    end if;
    perform bookkeeping.require_whole(new.id, new.amount, new.day);
    if new.reverses is not null and exists (
        select from bookkeeping.line l where l.entry in (new.id, new.reverses)
        group by l.account having sum(l.amount) <> 0) then
      perform bookkeeping.refuse('entry ' || new.id || ' is not the opposite of what it undoes',
        'reversal_is_opposite');
    end if;
    new.year := extract(year from new.day - make_interval(months => room.first_month - 1));
    insert into bookkeeping.numbering as n (workspace, year, last)
      values (new.workspace, new.year, 1)
      on conflict (workspace, year) do update set last = n.last + 1
      returning n.last into new.number;
    update bookkeeping.line set posted = true where entry = new.id;
    insert into bookkeeping.turnover as t (workspace, account, month, debit, credit)
      select new.workspace, l.account, date_trunc('month', new.day)::date,
        coalesce(sum(l.amount) filter (where l.amount > 0), 0),
        coalesce(-sum(l.amount) filter (where l.amount < 0), 0)
      from bookkeeping.line l where l.entry = new.id group by l.account
      on conflict (workspace, account, month) do update
        set debit = t.debit + excluded.debit, credit = t.credit + excluded.credit;
  end if;
  return new;
end $$;

-- Two lines or more that sum to zero, on accounts that take any, for the entry's own day.
create function bookkeeping.require_whole(which uuid, total bigint, its_day date) returns void
  language plpgsql set search_path = '' as $$
begin
  if not exists (
      select from bookkeeping.line l join books.account a on a.id = l.account
      where l.entry = which
      having count(*) >= 2 and sum(l.amount) = 0 and bool_and(a.posts and l.day = its_day)
        and sum(l.amount) filter (where l.amount > 0) = total) then
    perform bookkeeping.refuse('entry ' || which || ' does not balance', 'sums_to_zero');
  end if;
end $$;

create function bookkeeping.whole() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform bookkeeping.require_whole(new.id, new.amount, new.day);
  return null;
end $$;

create trigger entry_guard before insert or update or delete on bookkeeping.entry
  for each row execute function bookkeeping.entry_guard();
create constraint trigger entry_whole after insert or update on bookkeeping.entry
  deferrable initially deferred for each row when (new.state in ('PROPOSED', 'POSTED'))
  execute function bookkeeping.whole();

-- Lines are written while their entry is, and stay afterwards. Whoever reads the entry here waits for
-- a step of it that is under way.
create function bookkeeping.line_guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare now_in text;
begin
  if tg_op = 'UPDATE' then
    if pg_trigger_depth() < 2 or not new.posted
        or (new.entry, new.place, new.workspace, new.account, new.amount, new.note, new.day)
          is distinct from
          (old.entry, old.place, old.workspace, old.account, old.amount, old.note, old.day) then
      perform bookkeeping.refuse('lines are written anew', 'lines_stay');
    end if;
    return new;
  end if;
  select e.state into now_in from bookkeeping.entry e
    where e.id = coalesce(new.entry, old.entry) for share;
  if now_in in ('PROPOSED', 'POSTED') or tg_op = 'INSERT' and new.posted then
    perform bookkeeping.refuse('lines of entry ' || coalesce(new.entry, old.entry) || ' stay',
      'lines_stay');
  end if;
  return coalesce(new, old);
end $$;
create trigger line_guard before insert or update or delete on bookkeeping.line
  for each row execute function bookkeeping.line_guard();

-- A receipt of what is posted stays with it.
create function bookkeeping.receipt_guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from bookkeeping.entry e where e.id = old.entry and e.state = 'POSTED') then
    perform bookkeeping.refuse('receipt ' || old.id || ' stays', 'receipt_stays');
  end if;
  return coalesce(new, old);
end $$;
create trigger receipt_guard before update or delete on bookkeeping.receipt
  for each row execute function bookkeeping.receipt_guard();

create trigger move_stays before update on bookkeeping.move
  for each row execute function books.never();

revoke insert, update, delete on bookkeeping.turnover, bookkeeping.numbering from diestra_app;
revoke update on bookkeeping.line, bookkeeping.move from diestra_app;
revoke delete on bookkeeping.move from diestra_app;
revoke execute on function bookkeeping.require_whole from public;

alter table bookkeeping.entry enable row level security;
alter table bookkeeping.line enable row level security;
alter table bookkeeping.turnover enable row level security;
alter table bookkeeping.numbering enable row level security;
alter table bookkeeping.move enable row level security;
alter table bookkeeping.receipt enable row level security;

create policy worked on bookkeeping.entry
  using ((select data.house()) or workspace in (select books.worked()))
  with check ((select data.house()) or workspace in (select books.worked())
    and (state not in ('POSTED', 'RETURNED') or workspace in (select workspaces.dealing())
      or state = 'RETURNED' and written_by = (select data.caller()))
    and (posted_by is null or posted_by = (select data.caller())));
create policy worked on bookkeeping.line
  using ((select data.house()) or workspace in (select books.worked()));
create policy seen on bookkeeping.turnover for select
  using ((select data.house()) or workspace in (select books.worked()));
create policy seen on bookkeeping.numbering for select
  using ((select data.house()) or workspace in (select books.worked()));
create policy seen on bookkeeping.move for select
  using ((select data.house()) or workspace in (select books.worked()));
create policy written on bookkeeping.move for insert
  with check ((select data.house())
    or person = (select data.caller()) and workspace in (select books.worked()));
create policy worked on bookkeeping.receipt
  using ((select data.house()) or workspace in (select books.worked()));
