-- How many events each person was told of, all in all. Its row is the lock that orders them: the
-- next number is given out only once the transaction that took the last one has ended, so numbers
-- become visible in order, and one that was rolled back is given out again.
create table live.line (
  person uuid primary key references accounts.person on delete cascade,
  last bigint not null check (last > 0)
);

-- What changed for whom, kept for a day: for lines that were down. No content, only names.
create table live.event (
  person uuid not null references accounts.person on delete cascade,
  sequence bigint not null,
  kind text not null check (kind ~ '^[a-z]{1,20}$'),
  key text not null check (key ~ '^[0-9A-Za-z]{0,40}$'),
  at timestamptz not null,
  primary key (person, sequence)
);
create index event_at on live.event (at);
