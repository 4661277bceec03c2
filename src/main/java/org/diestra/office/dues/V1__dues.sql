-- A supplier or a customer of a business.
create table dues.party (
  id uuid primary key,
  workspace uuid not null references books.book,
  side text not null check (side in ('SUPPLIER', 'CUSTOMER')),
  name text not null check (length(name) between 1 and 120),
  folded text not null, -- the same, as it is searched
  country text not null check (country ~ '^[A-Z]{2}$'),
  -- empty where nobody has said it
  tax_id text not null check (length(tax_id) <= 32),
  address text not null check (length(address) <= 400),
  mail text not null check (length(mail) <= 254),
  language text not null check (language in ('es', 'en')),
  iban text not null check (iban ~ '^[0-9A-Z]{0,34}$'),
  days int not null check (days between 0 and 365),
  -- its own account for what is owed; null for the chart's
  ledger uuid,
  -- the account of its lines, unless somebody says otherwise
  usual uuid,
  treatment text not null check (treatment in ('CHARGED', 'COST', 'REVERSE', 'NONE')),
  withholding int not null check (withholding between 0 and 999), -- thousandths
  version int not null check (version >= 1),
  made_by uuid not null references accounts.person,
  made_at timestamptz not null,
  unique (id, workspace, side),
  foreign key (workspace, ledger) references books.account (workspace, id),
  foreign key (workspace, usual) references books.account (workspace, id)
);
create unique index party_tax on dues.party (workspace, side, tax_id) where tax_id <> '';
create index party_name on dues.party (workspace, side, folded, id);

-- What a paper asks for.
create table dues.due (
  id uuid primary key,
  workspace uuid not null references books.book,
  party uuid not null,
  side text not null,
  sort text not null check (sort in ('BILL', 'INVOICE')),
  number text not null check (length(number) between 1 and 60),
  text text not null check (length(text) <= 200),
  folded text not null, -- number and party, as they are looked for in what a bank says
  day date not null,
  due_on date not null check (due_on >= day),
  -- what is to be paid; below zero where a corrective paper gives it back
  amount bigint not null check (amount <> 0 and abs(amount) <= 1000000000000000),
  ledger uuid not null,
  entry uuid not null unique,
  -- what was paid or set off, kept by triggers, of the sign of the amount
  settled bigint not null default 0,
  -- whether its entry was undone by its opposite
  undone boolean not null default false,
  -- when it was reminded of
  told_on date,
  unique (id, workspace),
  foreign key (party, workspace, side) references dues.party (id, workspace, side),
  foreign key (workspace, ledger) references books.account (workspace, id),
  foreign key (entry, workspace) references bookkeeping.entry (id, workspace)
    deferrable initially deferred, -- both go in one transaction, in whichever order
  constraint never_more_than_due
    check (case when amount > 0 then settled between 0 and amount else settled between amount and 0 end)
);
create index due_open on dues.due (workspace, side, due_on) where settled <> amount and not undone;
create index due_late on dues.due (due_on) where settled <> amount and not undone and told_on is null;
create index due_listed on dues.due (workspace, sort, day desc, id desc);
create index due_party on dues.due (party, day desc, id desc);

-- A payment, or a corrective paper that is set off against what it corrects (two rows, each against
-- the other). An entry that is thrown away takes its payments along.
create table dues.settlement (
  id uuid primary key,
  workspace uuid not null references books.book,
  due uuid not null,
  entry uuid,
  against uuid,
  -- of the sign of what is due
  amount bigint not null check (amount <> 0),
  day date not null,
  undone boolean not null default false, -- its entry was undone by its opposite
  person uuid not null references accounts.person,
  at timestamptz not null,
  check ((entry is null) <> (against is null)),
  unique (due, entry),
  foreign key (due, workspace) references dues.due (id, workspace),
  foreign key (against, workspace) references dues.due (id, workspace),
  foreign key (entry, workspace) references bookkeeping.entry (id, workspace) on delete cascade
);
create index settlement_entry on dues.settlement (entry);
create index settlement_against on dues.settlement (against);

-- What was settled of a paper is what its payments come to, and never more than it asks for.
create function dues.count_settled() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  update dues.due d set settled = coalesce((select sum(s.amount) from dues.settlement s
      where s.due = d.id and not s.undone), 0)
    where d.id = coalesce(new.due, old.due);
  return null;
end $$;
create trigger count_settled after insert or update or delete on dues.settlement
  for each row execute function dues.count_settled();

-- What undoes an entry undoes the paper or the payment that it showed.
create function dues.note_undone() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  update dues.due set undone = true where entry = new.reverses;
  update dues.settlement set undone = true where entry = new.reverses;
  return null;
end $$;
create trigger note_undone after update of state on bookkeeping.entry
  for each row when (new.state = 'POSTED' and old.state <> 'POSTED' and new.reverses is not null)
  execute function dues.note_undone();

-- What stands in the books keeps what its paper says; only when it is to be paid may move.
create function dues.due_guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and (new.id, new.workspace, new.side, new.sort, new.entry)
      is distinct from (old.id, old.workspace, old.side, old.sort, old.entry)
      or (tg_op = 'DELETE' or (new.party, new.number, new.text, new.day, new.amount, new.ledger)
          is distinct from (old.party, old.number, old.text, old.day, old.amount, old.ledger))
        and exists (select from bookkeeping.entry e where e.id = old.entry and e.state = 'POSTED') then
    raise exception 'paper % stays', old.id using errcode = 'check_violation',
      constraint = 'paper_stays';
  end if;
  return coalesce(new, old);
end $$;
create trigger due_guard before update or delete on dues.due
  for each row execute function dues.due_guard();

revoke update on dues.due, dues.settlement from diestra_app;
grant update (party, number, text, folded, day, due_on, amount, ledger, told_on) on dues.due
  to diestra_app;
revoke execute on function dues.count_settled, dues.note_undone, dues.due_guard from public;

-- How far each is.
create view dues.standing with (security_invoker = true) as
  select d.*, p.name as party_name, b.currency, e.state, e.version as entry_version,
    e.year as entry_year, e.number as entry_number
  from dues.due d
  join dues.party p on p.id = d.party
  join books.book b on b.workspace = d.workspace
  join bookkeeping.entry e on e.id = d.entry;

alter table dues.party enable row level security;
alter table dues.due enable row level security;
alter table dues.settlement enable row level security;
create policy worked on dues.party
  using ((select data.house()) or workspace in (select books.worked()));
create policy worked on dues.due
  using ((select data.house()) or workspace in (select books.worked()));
create policy worked on dues.settlement
  using ((select data.house()) or workspace in (select books.worked()));
