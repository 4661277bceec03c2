-- What a client gives an assistant beside what was agreed.
create table extras.tip (
  id uuid primary key,
  contract uuid not null references payments.plan,
  -- who gives it for the client
  person uuid not null references accounts.person,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null check (amount > 0),
  words text check (length(words) between 1 and 500),
  state text not null check (state in ('PROMISED', 'GIVEN', 'DROPPED')),
  -- of the ledger: what released it
  entry uuid unique references ledger.entry,
  version int not null check (version >= 1),
  made_at timestamptz not null,
  since timestamptz not null,
  check ((state = 'GIVEN') = (entry is not null))
);
-- One that is not paid yet at a time, however often the form is sent.
create unique index tip_promised on extras.tip (contract) where state = 'PROMISED';
create index tip_contract on extras.tip (contract, made_at desc);

alter table extras.tip enable row level security;
create policy house on extras.tip using ((select data.house()));
