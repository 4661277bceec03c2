-- A password of one program of a person. Ended ones stay, to show what could come in and when.
create table programs.password (
  id uuid primary key,
  person uuid not null references accounts.person,
  name text not null check (length(name) between 1 and 60),
  parts text[] not null
    check (cardinality(parts) > 0 and parts <@ array['FILES', 'CALENDARS']),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz
);
create index password_person on programs.password (person, made_at) where ended_at is null;

alter table programs.password enable row level security;

create policy own on programs.password
  using ((select data.house()) or person = (select data.caller()));
