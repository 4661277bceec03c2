-- Where an assistant's money goes. A change is a new row; the last one counts, once its time has come.
create table payouts.payee (
  id uuid primary key,
  person uuid not null references accounts.person,
  number int not null check (number >= 1),
  -- holder, address and account, sealed with the house's key
  details bytea not null check (length(details) > 29),
  -- what people are shown of it
  masked text not null check (length(masked) between 1 and 60),
  -- the bank's country, and whether it is reached by SEPA
  country text not null check (country ~ '^[A-Z]{2}$'),
  sepa boolean not null,
  -- who was told of it
  email text not null,
  made_at timestamptz not null,
  -- money goes there from then on
  from_at timestamptz not null check (from_at >= made_at),
  unique (person, number)
);

-- Somebody's payouts stand still: the owner of the account says that it was not them.
create table payouts.freeze (
  id uuid primary key,
  person uuid not null references accounts.person,
  at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references accounts.person,
  check ((ended_at is null) = (ended_by is null)),
  check (ended_by <> person)
);
create unique index freeze_live on payouts.freeze (person) where ended_at is null;

-- The link in a letter about bank details, which stops payouts without a session.
create table payouts.stop (
  token text primary key check (token ~ '^[0-9a-f]{64}$'),
  person uuid not null references accounts.person,
  until_at timestamptz not null
);

-- All that is available, every week, until its end.
create table payouts.weekly (
  person uuid primary key references accounts.person,
  since timestamptz not null,
  next_at timestamptz not null
);
create index weekly_next on payouts.weekly (next_at);

-- What one operator released at once, and what its file was.
create table payouts.batch (
  id uuid primary key,
  rail text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  format text not null check (format in ('PAIN', 'CSV')),
  lines int not null check (lines between 1 and 1000),
  total bigint not null check (total > 0),
  -- the house's own account as it was then: name, IBAN, BIC, street, building, postcode, town, country
  house text[] not null check (cardinality(house) = 8),
  -- SHA-256 of the file, which comes out the same whenever it is made again
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  released_by uuid not null references accounts.person,
  released_at timestamptz not null
);
create index batch_released on payouts.batch (released_at desc, id desc);

create table payouts.payout (
  id uuid primary key,
  person uuid not null references accounts.person,
  rail text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null check (amount > 0),
  -- asked for by the standing order
  weekly boolean not null,
  state text not null
    check (state in ('REQUESTED', 'APPROVED', 'SENT', 'PAID', 'RETURNED', 'CANCELLED')),
  version int not null check (version >= 1),
  -- who approved it, to which account, and the hash over all that was approved
  approved_by uuid references accounts.person,
  payee uuid references payouts.payee,
  binding text check (binding ~ '^[0-9a-f]{64}$'),
  -- who sent it, and with which others
  released_by uuid references accounts.person,
  batch uuid references payouts.batch,
  -- the bank's reference, or why it came back or was given up
  evidence text check (length(evidence) between 1 and 140),
  made_at timestamptz not null,
  since timestamptz not null,
  constraint approved_by_another check (approved_by <> person),
  constraint released_by_another check (released_by <> person),
  constraint four_eyes check (released_by <> approved_by),
  constraint approval_is_whole check (
    (approved_by is null) = (payee is null) and (payee is null) = (binding is null)
    and (state not in ('REQUESTED', 'CANCELLED') or approved_by is null)
    and (state not in ('APPROVED', 'SENT', 'PAID', 'RETURNED') or approved_by is not null)),
  constraint release_is_whole check (
    (released_by is null) = (batch is null)
    and (state in ('SENT', 'PAID', 'RETURNED')) = (batch is not null)),
  constraint evidence_is_there check (
    (state in ('PAID', 'RETURNED', 'CANCELLED')) = (evidence is not null))
);
create index payout_person on payouts.payout (person, made_at desc, id desc);
create index payout_waiting on payouts.payout (since, id) where state in ('REQUESTED', 'APPROVED');
create index payout_sent on payouts.payout (since) where state = 'SENT';
create index payout_batch on payouts.payout (batch, id) where batch is not null;

-- Each step of each, with who took it; nobody where the house or a rail did.
create table payouts.move (
  payout uuid not null references payouts.payout,
  version int not null check (version >= 1),
  state text not null,
  by uuid references accounts.person,
  at timestamptz not null,
  evidence text,
  primary key (payout, version)
);

-- What the pretend bank of the demo will say of a payout, and when.
create table payouts.pretence (
  payout uuid primary key,
  answers_at timestamptz not null,
  pays boolean not null
);

alter table payouts.payee enable row level security;
alter table payouts.freeze enable row level security;
alter table payouts.stop enable row level security;
alter table payouts.weekly enable row level security;
alter table payouts.batch enable row level security;
alter table payouts.payout enable row level security;
alter table payouts.move enable row level security;
alter table payouts.pretence enable row level security;
create policy house on payouts.payee using ((select data.house()));
create policy house on payouts.freeze using ((select data.house()));
create policy house on payouts.stop using ((select data.house()));
create policy house on payouts.weekly using ((select data.house()));
create policy house on payouts.batch using ((select data.house()));
create policy house on payouts.payout using ((select data.house()));
create policy house on payouts.move using ((select data.house()));
create policy house on payouts.pretence using ((select data.house()));

-- Neither what was told to be somebody's account nor who did what is ever changed.
revoke update, delete on payouts.payee from diestra_app;
revoke update, delete on payouts.move from diestra_app;
