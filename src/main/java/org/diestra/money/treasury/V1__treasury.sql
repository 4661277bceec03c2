-- Each time the books were looked through. Only added to.
create table treasury.examination (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  -- an operator, or null where it was the nightly one
  by uuid references accounts.person,
  -- what was found: fault, book, subject; at most a hundred are kept
  found jsonb not null,
  faults int not null check (faults >= 0)
);
revoke update, delete, truncate on treasury.examination from diestra_app;
