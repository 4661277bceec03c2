-- What a client's bank took back of a payment, and who has paid for that so far.
create table chargebacks.chargeback (
  id uuid primary key,
  payment uuid not null references payments.pay_in,
  organisation uuid not null references accounts.organisation,
  rail text not null,
  reference text not null check (length(reference) between 1 and 200),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null check (amount > 0),
  state text not null check (state in ('WAITING', 'TAKEN', 'COVERED', 'RETURNED')),
  -- gone from the rail and not from the books, as the house has not so much of its own
  waiting bigint not null check (waiting >= 0),
  -- out of what the client had with the house, and of what was set apart for the work
  credit bigint not null check (credit >= 0),
  escrow bigint not null check (escrow >= 0),
  -- out of what the assistant had on hold, and of what is the house's own: the client owes both
  held bigint not null check (held >= 0),
  owed bigint not null check (owed >= 0),
  -- what the client has paid of that since
  collected bigint not null check (collected >= 0),
  -- counts its entries, so that each has a key of its own
  steps int not null check (steps >= 0),
  made_at timestamptz not null,
  since timestamptz not null,
  -- how an operator was told that it was paid outside of the house
  words text check (length(words) between 1 and 200),
  unique (rail, reference),
  check (amount = waiting + credit + escrow + held + owed + collected),
  check (state <> 'WAITING' or waiting > 0),
  check (state not in ('TAKEN', 'COVERED') or waiting = 0),
  check (state <> 'COVERED' or held + owed = 0)
);
create index chargeback_payment on chargebacks.chargeback (payment);
create index chargeback_open on chargebacks.chargeback (since) where state in ('WAITING', 'TAKEN');
create index chargeback_organisation on chargebacks.chargeback (organisation)
  where state in ('WAITING', 'TAKEN');
create index chargeback_made on chargebacks.chargeback (made_at desc, id);

-- What an assistant still misses of it, by the entry that released it.
create table chargebacks.missing (
  chargeback uuid not null references chargebacks.chargeback,
  release uuid not null references payments.release,
  amount bigint not null check (amount >= 0),
  primary key (chargeback, release)
);

alter table chargebacks.chargeback enable row level security;
alter table chargebacks.missing enable row level security;
create policy house on chargebacks.chargeback using ((select data.house()));
create policy house on chargebacks.missing using ((select data.house()));
