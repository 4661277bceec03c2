-- A file that stands in events. Whoever may read one of them may open it.
create table calendar.file (
  id uuid primary key,
  blob uuid not null references blobs.blob,
  made_by uuid not null references accounts.person,
  made_at timestamptz not null
);

-- In which it stands, as their own text says.
create table calendar.attached (
  object uuid not null references calendar.object on delete cascade,
  file uuid not null references calendar.file,
  primary key (object, file)
);
create index attached_file on calendar.attached (file);
alter table calendar.file enable row level security;
alter table calendar.attached enable row level security;

-- Who may see an event is said once, by its own policy.
create policy seen on calendar.attached for select
  using ((select data.house()) or exists (select from calendar.object o where o.id = object));
create policy written on calendar.attached for insert
  with check ((select data.house()) or exists (select from calendar.object o where o.id = object));
create policy removed on calendar.attached for delete
  using ((select data.house()) or exists (select from calendar.object o where o.id = object));

create policy seen on calendar.file for select
  using ((select data.house()) or made_by = (select data.caller())
    or exists (select from calendar.attached a where a.file = id));
create policy made on calendar.file for insert
  with check ((select data.house()) or made_by = (select data.caller()));
create policy removed on calendar.file for delete using ((select data.house()));
