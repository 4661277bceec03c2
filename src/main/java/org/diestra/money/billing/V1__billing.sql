-- What is held for a contract's hours. The amounts stand in the ledger as well, and a check
-- compares them.
create table billing.deposit (
  contract uuid primary key references payments.plan,
  -- for the work, and of the client's fee on it
  held bigint not null check (held >= 0),
  fee_held bigint not null check (fee_held >= 0),
  -- its contract is over: what is left after its last week goes back
  over boolean not null default false,
  -- counts its entries
  steps int not null check (steps >= 0)
);

-- A week that was closed, from what is due to what became of it.
create table billing.bill (
  contract uuid not null references payments.plan,
  -- its Monday in UTC
  week date not null check (extract(isodow from week) = 1),
  minutes int not null check (minutes >= 0),
  -- of an hour
  rate bigint not null check (rate > 0),
  price bigint not null check (price >= 0),
  -- what lines in dispute are worth
  withheld bigint not null check (withheld >= 0),
  state text not null check (state in ('DUE', 'BILLED')),
  -- of the price and of what was settled, what went to the assistant's side
  paid bigint not null check (paid between 0 and price + coalesce(settled, 0)),
  -- kept apart for the lines in dispute, with its fee, in the account of that id
  dispute uuid,
  kept bigint not null default 0 check (kept between 0 and withheld),
  kept_fee bigint not null default 0 check (kept_fee >= 0),
  -- of what was withheld, what is paid after all; null as long as nobody gave way
  settled bigint check (settled between 0 and withheld),
  settled_by uuid references accounts.person,
  settled_at timestamptz,
  closed_at timestamptz not null,
  billed_at timestamptz,
  steps int not null check (steps >= 0),
  primary key (contract, week),
  check ((state = 'BILLED') = (billed_at is not null)),
  check ((settled is null) = (settled_at is null)),
  check (state = 'BILLED' or paid = 0 and kept = 0 and settled is null),
  check (dispute is not null or kept = 0 and kept_fee = 0)
);
create index bill_due on billing.bill (contract) where state = 'DUE';
create index bill_owed on billing.bill (contract, week)
  where state = 'BILLED' and paid < price + coalesce(settled, 0);
create index bill_withheld on billing.bill (contract, week)
  where state = 'BILLED' and withheld > 0 and settled is null;

alter table billing.deposit enable row level security;
alter table billing.bill enable row level security;
create policy house on billing.deposit using ((select data.house()));
create policy house on billing.bill using ((select data.house()));
