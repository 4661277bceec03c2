-- What each workspace weighed on a day, so that somebody sees where it grows.
create table files.day (
  workspace uuid not null references files.space,
  day date not null,
  used bigint not null check (used >= 0),
  primary key (workspace, day)
);
create index day_old on files.day (day);
alter table files.day enable row level security;
create policy house on files.day using ((select data.house()));
