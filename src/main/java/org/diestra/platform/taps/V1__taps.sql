-- A link in a mail, by which one person decides one thing once. What it is for is signed with it, so
-- that a row that somebody writes here opens nothing.
create table taps.link (
  id uuid primary key,
  person uuid not null references accounts.person on delete cascade,
  kind text not null check (kind ~ '^[a-z]+:[a-z0-9-]{1,60}$'),
  subject uuid not null,
  -- what of it was shown: a version or a hash
  seen text not null check (length(seen) between 1 and 100),
  -- SHA-256 of the address that it was sent to
  sent_to text not null check (sent_to ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  used_at timestamptz,
  choice text check (length(choice) <= 100),
  check ((used_at is null) = (choice is null))
);
create index link_expires on taps.link (expires_at);
create index link_person on taps.link (person);
alter table taps.link enable row level security;
create policy house on taps.link using ((select data.house()));
