-- Currencies in which contracts that are signed are paid from account to account.
create table direct.mode (
  currency text primary key check (currency ~ '^[A-Z]{3}$'),
  -- between the approval and the day on which it is to be paid
  term_days int not null check (term_days between 0 and 90),
  person uuid not null references accounts.person,
  since timestamptz not null
);

-- What held in a currency from then on: offers that were signed before are not accepted after.
create table direct.change (
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  at timestamptz not null,
  -- null: the house holds its money
  term_days int check (term_days between 0 and 90),
  primary key (currency, at)
);

-- What was approved, and is the client's to pay to the assistant.
create table direct.due (
  entry uuid primary key references payments.release,
  contract uuid not null references payments.plan,
  organisation uuid not null references accounts.organisation,
  assistant uuid not null references accounts.person,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null check (amount > 0),
  -- what of it the assistant said had arrived
  paid bigint not null default 0 check (paid between 0 and amount),
  -- what of it the assistant does not want any more
  let_go bigint not null default 0 check (let_go >= 0),
  -- what it is for: a name, or the Monday of a week
  title text check (length(title) between 1 and 300),
  week date,
  page text not null check (length(page) between 1 and 200),
  made_at timestamptz not null,
  -- the last day on which it is in time, and the end of that day where the client is
  due_on date not null,
  due_at timestamptz not null,
  settled_at timestamptz,
  -- how often the client was told that it is late
  reminded int not null default 0 check (reminded >= 0),
  check ((title is null) <> (week is null)),
  check (paid + let_go <= amount),
  check ((paid + let_go = amount) = (settled_at is not null))
);
create index due_contract on direct.due (contract, due_at);
create index due_open on direct.due (due_at) where settled_at is null;
create index due_client on direct.due (organisation) where settled_at is null;

-- What a client says to have paid.
create table direct.proof (
  id uuid primary key,
  contract uuid not null references payments.plan,
  person uuid not null references accounts.person,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null check (amount > 0),
  paid_on date not null,
  -- the bank's, or what was written on the transfer
  reference text not null check (length(reference) between 1 and 140),
  state text not null check (state in ('SAID', 'ARRIVED', 'DENIED', 'WITHDRAWN')),
  -- the assistant's word: how much arrived, or why none did
  arrived bigint check (arrived > 0),
  words text check (length(words) between 1 and 1000),
  version int not null check (version >= 1),
  made_at timestamptz not null,
  since timestamptz not null,
  -- how often the assistant was asked again
  reminded int not null default 0 check (reminded >= 0),
  check ((state = 'ARRIVED') = (arrived is not null)),
  check (state <> 'DENIED' or words is not null)
);
create index proof_contract on direct.proof (contract, made_at desc);
create index proof_open on direct.proof (since) where state in ('SAID', 'DENIED');
-- One transfer is named once, however often the form is sent.
create unique index proof_transfer on direct.proof (contract, paid_on, reference)
  where state in ('SAID', 'ARRIVED');

-- What of it is for what.
create table direct.part (
  proof uuid not null references direct.proof,
  entry uuid not null references direct.due,
  amount bigint not null check (amount > 0),
  -- what of it arrived; null until the assistant has said so
  arrived bigint check (arrived >= 0),
  primary key (proof, entry)
);
create index part_entry on direct.part (entry);

-- Who did what with a proof, and when.
create table direct.move (
  proof uuid not null references direct.proof,
  version int not null,
  state text not null check (state in ('SAID', 'ARRIVED', 'DENIED', 'WITHDRAWN')),
  person uuid not null references accounts.person,
  at timestamptz not null,
  primary key (proof, version)
);

alter table direct.mode enable row level security;
alter table direct.change enable row level security;
alter table direct.due enable row level security;
alter table direct.proof enable row level security;
alter table direct.part enable row level security;
alter table direct.move enable row level security;
create policy house on direct.mode using ((select data.house()));
create policy house on direct.change using ((select data.house()));
create policy house on direct.due using ((select data.house()));
create policy house on direct.proof using ((select data.house()));
create policy house on direct.part using ((select data.house()));
create policy house on direct.move using ((select data.house()));
revoke update, delete on direct.move from diestra_app;
