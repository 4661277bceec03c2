-- Where the house collects. An account is never changed, only no longer offered: what clients were
-- told stays what they were told.
create table transfers.account (
  id uuid primary key,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  holder text not null check (length(holder) between 1 and 70),
  -- an IBAN, or a number with the bank it belongs to
  iban text check (iban ~ '^[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}$'),
  number text check (number ~ '^[0-9A-Z]{4,34}$'),
  bank text not null check (length(bank) <= 70),
  bic text not null check (bic ~ '^([A-Z]{4}[A-Z]{2}[0-9A-Z]{2}([0-9A-Z]{3})?)?$'),
  -- to contracts that are signed from now on
  offered boolean not null,
  -- which column of its bank's CSV is what, once somebody has said so
  columns text,
  made_by uuid not null references accounts.person,
  made_at timestamptz not null,
  check ((iban is null) <> (number is null)),
  check (iban is not null or bank <> '')
);
create unique index account_offered on transfers.account (currency) where offered;
-- The same account twice would book each of its lines twice.
create unique index account_number on transfers.account (currency, coalesce(iban, number));

-- What a client writes on a transfer (ISO 11649), one for each payment.
create table transfers.reference (
  payment uuid primary key references payments.pay_in,
  code text not null unique check (code ~ '^RF[0-9]{12}$')
);

create table transfers.statement (
  id uuid primary key,
  account uuid not null references transfers.account,
  format text not null check (format in ('CAMT', 'CSV')),
  name text not null check (length(name) <= 200),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  lines int not null check (lines between 0 and 10000),
  -- those of them that no statement before it had
  fresh int not null check (fresh between 0 and lines),
  from_day date,
  to_day date,
  opening bigint,
  closing bigint,
  by uuid not null references accounts.person,
  at timestamptz not null,
  unique (hash)
);
create index statement_account on transfers.statement (account, at desc);

-- A line of a statement. Money that came in is above zero.
create table transfers.line (
  id uuid primary key,
  account uuid not null references transfers.account,
  statement uuid not null references transfers.statement,
  -- the same for the same line in every statement that has it
  key text not null check (key ~ '^[0-9a-f]{64}$'),
  day date not null,
  currency text not null,
  amount bigint not null check (amount <> 0),
  party text not null check (length(party) <= 140),
  -- whose account it came from or went to, sealed; null where the bank did not say
  party_account bytea,
  words text not null check (length(words) <= 1000),
  end_to_end text not null check (length(end_to_end) <= 35),
  state text not null check (state in ('QUEUED', 'MATCHED', 'ASIDE', 'NOTED')),
  -- of what was matched: for which client, and for which payment, or the refund that left or came
  -- back with it, if any
  client uuid references accounts.organisation,
  payment uuid references payments.pay_in,
  refund uuid references payments.refund,
  -- the entry that made it the client's
  matched_by uuid references ledger.entry,
  note text not null check (length(note) <= 200),
  steps int not null check (steps >= 0),
  by uuid references accounts.person,
  at timestamptz not null,
  since timestamptz not null,
  unique (account, key)
);
create index line_queue on transfers.line (account, at) where state in ('QUEUED', 'ASIDE');
create index line_matched on transfers.line (since desc, id desc)
  where state in ('MATCHED', 'NOTED');
create index line_client on transfers.line (client, day desc) where client is not null;
create index line_payment on transfers.line (payment) where payment is not null;
create index line_refund on transfers.line (refund) where refund is not null;
create index line_statement on transfers.line (statement);
create index line_days on transfers.line (account, day);

-- A CSV whose columns somebody is about to name; gone once it is read, or a day later.
create table transfers.draft (
  id uuid primary key,
  account uuid not null references transfers.account,
  name text not null check (length(name) <= 200),
  content bytea not null,
  by uuid not null references accounts.person,
  at timestamptz not null
);

-- A client's money on its way back.
create table transfers.send_back (
  refund uuid primary key references payments.refund,
  account uuid not null references transfers.account,
  organisation uuid not null references accounts.organisation,
  currency text not null,
  amount bigint not null check (amount > 0),
  -- by which the bank's statement names it
  end_to_end text not null unique check (end_to_end ~ '^[0-9A-Za-z]{1,35}$'),
  -- null until somebody knows where to
  party text check (length(party) between 1 and 140),
  party_account bytea,
  -- where an operator said so and not a statement: who, and which other one looked at it
  told_by uuid references accounts.person,
  checked_by uuid references accounts.person,
  state text not null check (state in ('WAITING', 'PAID', 'REFUSED')),
  evidence text check (length(evidence) between 1 and 200),
  made_at timestamptz not null,
  since timestamptz not null,
  check ((party is null) = (party_account is null)),
  check (checked_by is null or told_by is not null and checked_by <> told_by)
);
create index send_back_client on transfers.send_back (organisation);
create index send_back_waiting on transfers.send_back (made_at) where state = 'WAITING';

alter table transfers.account enable row level security;
alter table transfers.reference enable row level security;
alter table transfers.statement enable row level security;
alter table transfers.line enable row level security;
alter table transfers.draft enable row level security;
alter table transfers.send_back enable row level security;
create policy house on transfers.account using ((select data.house()));
create policy house on transfers.reference using ((select data.house()));
create policy house on transfers.statement using ((select data.house()));
create policy house on transfers.line using ((select data.house()));
create policy house on transfers.draft using ((select data.house()));
create policy house on transfers.send_back using ((select data.house()));
