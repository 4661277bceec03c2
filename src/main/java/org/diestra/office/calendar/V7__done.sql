-- Which tasks are done, so that a list of those to do reads no others.
alter table calendar.object add column done boolean not null default false;
update calendar.object set done = true where kind = 'VTODO'
  and convert_from(body, 'UTF8') ~ E'\n(STATUS:(COMPLETED|CANCELLED)|COMPLETED:)';
create index object_todo on calendar.object (calendar, done) where kind = 'VTODO';
