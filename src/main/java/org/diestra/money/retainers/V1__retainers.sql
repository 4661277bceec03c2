-- The money for a month of a retainer. The amounts stand in the ledger as well, and a check
-- compares them.
create table retainers.period (
  id uuid primary key,
  contract uuid not null references payments.plan,
  -- of the month; its hours are those of "time".bag, once it has begun
  number int not null check (number >= 1),
  -- its first day, and the first that is not part of it any more, in UTC; until it has begun, as it
  -- is planned
  begins date not null,
  ends date not null,
  -- that are bought
  minutes int not null check (minutes > 0),
  price bigint not null check (price > 0),
  state text not null check (state in ('PLANNED', 'RUNNING', 'OVER')),
  -- in escrow: for the month, and of the client's fee on it
  held bigint not null check (held >= 0),
  fee_held bigint not null check (fee_held >= 0),
  -- of the price, what the assistant does not want
  given_back bigint not null check (given_back between 0 and price),
  -- what the assistant has earned, once it is over
  due bigint check (due between 0 and price - given_back),
  -- of that, what was released
  paid bigint not null check (paid >= 0),
  -- counts its changes, so that each entry has a key of its own
  steps int not null check (steps >= 0),
  unique (contract, number),
  check (ends > begins),
  check ((state = 'OVER') = (due is not null)),
  check (paid <= coalesce(due, 0))
);
create index period_open on retainers.period (ends) where state <> 'OVER';
create index period_owed on retainers.period (contract) where paid < due;

alter table retainers.period enable row level security;
create policy house on retainers.period using ((select data.house()));
