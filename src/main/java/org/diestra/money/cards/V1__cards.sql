-- A client's payment at Stripe: the page the client is sent to, and what came of it.
create table cards.checkout (
  payment uuid primary key references payments.pay_in,
  organisation uuid not null references accounts.organisation,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null check (amount > 0),
  -- NEW until Stripe has told its name for it; HELD is paid, but not as it should be, until an
  -- operator has TAKEN it for the client or sent it BACK
  state text not null
    check (state in ('NEW', 'OPEN', 'PAID', 'OVER', 'HELD', 'TAKEN', 'BACK')),
  session text unique check (length(session) between 1 and 200),
  intent text unique check (length(intent) between 1 and 200),
  -- what Stripe says was paid, in its own words where that is another amount or currency
  paid bigint check (paid > 0),
  said text check (length(said) between 1 and 100),
  -- why it is over or held: a word
  why text check (length(why) between 1 and 100),
  -- how often Stripe answered that something failed there, so that the next has a key of its own
  tries int not null check (tries >= 0),
  -- Stripe gives nothing more of it back
  drained boolean not null default false,
  expires_at timestamptz not null,
  made_at timestamptz not null,
  since timestamptz not null,
  check ((state in ('NEW', 'OVER')) or session is not null),
  check (state not in ('PAID', 'HELD', 'TAKEN', 'BACK') or intent is not null),
  check (state not in ('PAID', 'TAKEN') or paid is not null)
);
create index checkout_client on cards.checkout (organisation, currency, since desc)
  where state in ('PAID', 'TAKEN');
create index checkout_held on cards.checkout (since) where state = 'HELD';

-- What Stripe called out, once each: what it was about, and nothing of what it said.
create table cards.event (
  id text primary key check (length(id) between 1 and 200),
  type text not null check (length(type) between 1 and 100),
  object text not null check (length(object) <= 200),
  account text not null check (length(account) <= 200),
  -- over what it is about
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  received_at timestamptz not null,
  done_at timestamptz
);
create index event_received on cards.event (received_at);
create index event_waiting on cards.event (received_at) where done_at is null;

-- An assistant's own account at Stripe, which what was earned by card is sent to. Once it is there
-- it is never another: who pays out has to know where to.
create table cards.account (
  person uuid primary key references accounts.person,
  account text not null unique check (length(account) between 1 and 200),
  -- Stripe pays out to it
  ready boolean not null,
  -- why it does not, in Stripe's words; empty where nothing is missing
  missing text not null check (length(missing) <= 200),
  made_at timestamptz not null,
  since timestamptz not null
);

alter table cards.checkout enable row level security;
alter table cards.event enable row level security;
alter table cards.account enable row level security;
create policy house on cards.checkout using ((select data.house()));
create policy house on cards.event using ((select data.house()));
create policy house on cards.account using ((select data.house()));
