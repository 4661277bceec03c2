-- How the money of a contract runs, as it was when both signed. Contracts without a line have none.
create table payments.plan (
  contract uuid primary key references contracts.contract,
  organisation uuid not null references accounts.organisation,
  assistant uuid not null references accounts.person,
  rail text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  client_bp int not null check (client_bp between 0 and 5000),
  assistant_bp int not null check (assistant_bp between 0 and 5000),
  -- days between what was earned and when it may be called for
  hold_days int not null check (hold_days between 0 and 90),
  made_at timestamptz not null
);

-- What is held for a task. The amounts stand in the ledger as well, and a check compares them.
create table payments.holding (
  task uuid primary key references tasks.task,
  contract uuid not null references payments.plan,
  -- of the price and of the client's fee on it
  held bigint not null check (held >= 0),
  fee_held bigint not null check (fee_held >= 0),
  -- of the price, as it was approved, and what of that was not held then
  released bigint not null check (released >= 0),
  owed bigint not null check (owed between 0 and released),
  -- counts its entries, so that each has a key of its own
  steps int not null check (steps >= 0)
);
create index holding_contract on payments.holding (contract);

-- A client's payment over a rail, from the wish to what became of it.
create table payments.pay_in (
  id uuid primary key,
  contract uuid not null references payments.plan,
  task uuid not null references tasks.task,
  person uuid not null references accounts.person,
  rail text not null,
  currency text not null,
  price bigint not null check (price > 0),
  fee bigint not null check (fee >= 0),
  state text not null check (state in ('OPEN', 'SENT', 'PAID', 'FAILED')),
  -- why it failed, or the rail's word for it
  evidence text check (length(evidence) between 1 and 200),
  version int not null check (version >= 1),
  made_at timestamptz not null,
  since timestamptz not null
);
-- One at a time for a task, however often it is asked for.
create unique index pay_in_live on payments.pay_in (task) where state in ('OPEN', 'SENT');
create index pay_in_contract on payments.pay_in (contract, made_at desc);
create index pay_in_sent on payments.pay_in (since) where state = 'SENT';

-- What was released to an assistant, and when it may be called for.
create table payments.release (
  entry uuid primary key references ledger.entry,
  task uuid not null references payments.holding,
  contract uuid not null references payments.plan,
  assistant uuid not null references accounts.person,
  net bigint not null check (net > 0),
  due_at timestamptz not null,
  matured_at timestamptz
);
create index release_task on payments.release (task);
create index release_held on payments.release (assistant, due_at) where matured_at is null;

-- A client's credit on its way back to the client's own account.
create table payments.refund (
  id uuid primary key,
  organisation uuid not null references accounts.organisation,
  person uuid not null references accounts.person,
  rail text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null check (amount > 0),
  state text not null check (state in ('SENT', 'PAID', 'RETURNED')),
  -- the rail's word for it
  evidence text check (length(evidence) between 1 and 200),
  made_at timestamptz not null,
  since timestamptz not null
);
create index refund_organisation on payments.refund (organisation, made_at desc);
create index refund_sent on payments.refund (since) where state = 'SENT';

-- The pretend bank of the demo and of tests: what it will say of a payment, and when.
create table payments.pretence (
  -- a payment or a refund
  payment uuid primary key,
  answers_at timestamptz not null,
  pays boolean not null,
  -- it never calls back, and has to be asked
  silent boolean not null
);

alter table payments.plan enable row level security;
alter table payments.holding enable row level security;
alter table payments.pay_in enable row level security;
alter table payments.release enable row level security;
alter table payments.refund enable row level security;
alter table payments.pretence enable row level security;
create policy house on payments.plan using ((select data.house()));
create policy house on payments.holding using ((select data.house()));
create policy house on payments.pay_in using ((select data.house()));
create policy house on payments.release using ((select data.house()));
create policy house on payments.refund using ((select data.house()));
create policy house on payments.pretence using ((select data.house()));
