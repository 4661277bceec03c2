-- A way to look at a table that somebody keeps: which rows, in which order, whether in groups.
create table tables.view (
  id uuid primary key,
  sheet uuid not null references tables.sheet on delete cascade,
  workspace uuid not null,
  name text not null check (length(name) between 1 and 60),
  -- what the address of the list says of it
  query text not null check (length(query) between 1 and 8000),
  -- whose alone it is; null for everybody who works in the table
  person uuid references accounts.person,
  made_by uuid not null references accounts.person,
  made_at timestamptz not null,
  check (person = made_by)
);
create unique index view_name on tables.view (sheet, person, lower(name)) nulls not distinct;

alter table tables.view enable row level security;
create policy worked on tables.view
  using ((select data.house()) or workspace in (select tables.worked())
    and (person is null or person = (select data.caller())));
