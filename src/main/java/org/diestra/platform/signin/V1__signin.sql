create table signin.password (
  person uuid primary key references accounts.person,
  hash text not null,
  changed_at timestamptz not null
);

-- Somebody who asked for an account and has not yet shown that the address is theirs.
create table signin.sign_up (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  email text not null,
  name text not null,
  locale text not null,
  zone text not null,
  currency text not null,
  assistant boolean not null,
  organisation text,
  password_hash text not null,
  next text,
  expires_at timestamptz not null
);

create index sign_up_by_expiry on signin.sign_up (expires_at);

create table signin.reset (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  person uuid not null references accounts.person,
  expires_at timestamptz not null
);

create index reset_by_person on signin.reset (person);

-- The state of a token bucket; its key names what is throttled.
create table signin.bucket (
  id text primary key,
  state bytea,
  expires_at bigint
);

-- A browser in which the person has signed in before: it keeps its own bucket, so that nobody else's
-- wrong guesses can lock the person out there.
create table signin.device (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  person uuid not null references accounts.person,
  seen_at timestamptz not null
);

create index device_by_person on signin.device (person);
