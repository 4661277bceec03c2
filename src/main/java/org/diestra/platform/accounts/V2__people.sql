create table accounts.person (
  id uuid primary key,
  email text not null check (length(email) <= 254),
  email_key text not null unique check (length(email_key) <= 254),
  name text not null check (length(name) between 1 and 120),
  locale text not null check (locale in ('es', 'en')),
  zone text not null check (length(zone) between 1 and 64),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  theme text check (theme in ('light', 'dark')),
  photo text check (photo ~ '^[0-9a-f]{64}$'),
  assistant boolean not null default false,
  operator boolean not null default false,
  created_at timestamptz not null
);

create table accounts.organisation (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  zone text not null check (length(zone) between 1 and 64),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  verified_at timestamptz,
  verified_by uuid references accounts.person,
  created_at timestamptz not null
);

create table accounts.membership (
  organisation uuid not null references accounts.organisation,
  person uuid not null references accounts.person,
  role text not null check (role in ('OWNER', 'MANAGER', 'APPROVER', 'BOOKKEEPER')),
  since timestamptz not null,
  primary key (organisation, person)
);

create index membership_by_person on accounts.membership (person);

-- An invitation is answered by whoever holds its token; only the token's hash is kept.
create table accounts.invitation (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  organisation uuid not null references accounts.organisation,
  email text not null,
  role text not null check (role in ('MANAGER', 'APPROVER', 'BOOKKEEPER', 'OWNER')),
  invited_by uuid not null references accounts.person,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz
);

create unique index invitation_once on accounts.invitation (organisation, lower(email)) where answered_at is null;
