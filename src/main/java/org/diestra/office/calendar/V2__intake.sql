-- A file that somebody brought, until it is taken in or a day is over.
create table calendar.intake (
  id uuid primary key,
  calendar uuid not null references calendar.calendar,
  person uuid not null references accounts.person,
  body bytea not null check (length(body) <= 5000000),
  brought_at timestamptz not null
);
create index intake_age on calendar.intake (brought_at);
alter table calendar.intake enable row level security;
create policy own on calendar.intake
  using ((select data.house()) or person = (select data.caller()))
  with check ((select data.house()) or person = (select data.caller()));
