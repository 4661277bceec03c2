-- Whom an operator keeps out, and why; gone once it is taken back. The record says who did either.
create table accounts.suspension (
  person uuid primary key references accounts.person,
  why text not null check (length(why) between 1 and 500),
  suspended_by uuid not null references accounts.person,
  at timestamptz not null
);
