-- A client's credit on its way back, and what of it goes back to the card of which payment.
create table cards.send_back (
  refund uuid primary key references payments.refund,
  organisation uuid not null references accounts.organisation,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null check (amount > 0),
  made_at timestamptz not null
);
create table cards.part (
  id uuid primary key,
  refund uuid not null references cards.send_back,
  payment uuid not null references cards.checkout,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null check (amount > 0),
  -- LATE is what was said to be paid and came back
  state text not null check (state in ('NEW', 'SENT', 'PAID', 'FAILED', 'LATE')),
  -- Stripe's for it
  name text unique check (length(name) between 1 and 200),
  why text check (length(why) between 1 and 100),
  tries int not null check (tries >= 0),
  tried_at timestamptz,
  made_at timestamptz not null,
  since timestamptz not null,
  check (state not in ('SENT', 'PAID', 'LATE') or name is not null)
);
create index part_refund on cards.part (refund);
create index part_payment on cards.part (payment);

-- What of the movements at Stripe is the house's own: costs below zero, what was put in above.
create table cards.own_line (
  -- Stripe's name for the movement, and the kind
  id text primary key check (length(id) between 1 and 180),
  kind text not null check (kind in ('COST', 'TOP_UP', 'WITHDRAWAL')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null check (amount <> 0),
  type text not null check (length(type) between 1 and 100),
  at timestamptz not null,
  -- in the books; null while the house has not so much of its own there
  posted_at timestamptz
);
create index own_line_waiting on cards.own_line (at, id) where posted_at is null;
-- Until when all movements are read.
create table cards.reading (
  id int primary key check (id = 1),
  until_at timestamptz not null
);

-- A payment that the client's bank wants back.
create table cards.dispute (
  id text primary key check (length(id) between 1 and 200),
  payment uuid not null references cards.checkout,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null check (amount > 0),
  -- Stripe's words
  status text not null check (length(status) between 1 and 100),
  reason text not null check (length(reason) <= 100),
  -- the money is gone, and is back
  taken boolean not null,
  returned boolean not null,
  -- until when somebody has to say something at Stripe
  due_at timestamptz,
  made_at timestamptz not null,
  since timestamptz not null,
  check (taken or not returned)
);
create index dispute_payment on cards.dispute (payment);
create index dispute_latest on cards.dispute (made_at desc);

-- What was earned by card, on its way to an assistant's own account at Stripe.
create table cards.transfer (
  payout uuid primary key references payouts.payout,
  account text not null references cards.account (account),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null check (amount > 0),
  state text not null check (state in ('NEW', 'PAID', 'REFUSED', 'BACK')),
  name text unique check (length(name) between 1 and 200),
  why text check (length(why) between 1 and 100),
  tries int not null check (tries >= 0),
  tried_at timestamptz,
  made_at timestamptz not null,
  since timestamptz not null,
  check (state not in ('PAID', 'BACK') or name is not null)
);

alter table cards.send_back enable row level security;
alter table cards.part enable row level security;
alter table cards.own_line enable row level security;
alter table cards.reading enable row level security;
alter table cards.dispute enable row level security;
alter table cards.transfer enable row level security;
create policy house on cards.send_back using ((select data.house()));
create policy house on cards.part using ((select data.house()));
create policy house on cards.own_line using ((select data.house()));
create policy house on cards.reading using ((select data.house()));
create policy house on cards.dispute using ((select data.house()));
create policy house on cards.transfer using ((select data.house()));
