create table fees.step (
  id uuid primary key,
  valid_from timestamptz not null unique,
  client_bp int not null check (client_bp between 0 and 5000),
  assistant_bp int not null check (assistant_bp between 0 and 5000),
  by uuid not null references accounts.person,
  at timestamptz not null
);
