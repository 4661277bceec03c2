-- What an assistant spends for a client, with the client's word before and a receipt after.
create table extras.expense (
  id uuid primary key,
  contract uuid not null references payments.plan,
  what text not null check (length(what) between 1 and 200),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- the most that may be spent; what is held for it
  ceiling bigint not null check (ceiling > 0),
  -- by when it is spent
  by_day date not null,
  state text not null check (state in ('ASKED', 'REFUSED', 'APPROVED', 'FUNDED', 'HANDED',
    'RETURNED', 'ACCEPTED', 'WITHDRAWN', 'LAPSED')),
  -- what was spent in truth, and the file that shows it
  amount bigint check (amount between 1 and ceiling),
  receipt uuid,
  -- why the client said no the last time
  words text check (length(words) between 1 and 500),
  -- of the ledger: what released it
  entry uuid unique references ledger.entry,
  version int not null check (version >= 1),
  made_at timestamptz not null,
  since timestamptz not null,
  check ((amount is null) = (receipt is null)),
  check (state not in ('HANDED', 'RETURNED', 'ACCEPTED') or amount is not null),
  check (state not in ('REFUSED', 'RETURNED') or words is not null),
  check ((state = 'ACCEPTED') = (entry is not null))
);
create index expense_contract on extras.expense (contract, made_at desc);

-- Every move with what was said. Only added to.
create table extras.move (
  expense uuid not null references extras.expense,
  version int not null,
  state text not null,
  -- null where time did it
  person uuid references accounts.person,
  words text,
  amount bigint,
  receipt uuid,
  at timestamptz not null,
  primary key (expense, version)
);

alter table extras.expense enable row level security;
alter table extras.move enable row level security;
create policy house on extras.expense using ((select data.house()));
create policy house on extras.move using ((select data.house()));
