-- Which tasks are done, so that a list of those to do reads no others. Looked for among bytes, as
-- some hold what is no text.
alter table calendar.object add column done boolean not null default false;
update calendar.object set done = true where kind = 'VTODO'
  and (position(convert_to(E'\nSTATUS:COMPLETED', 'UTF8') in body) > 0
    or position(convert_to(E'\nSTATUS:CANCELLED', 'UTF8') in body) > 0
    or position(convert_to(E'\nCOMPLETED:', 'UTF8') in body) > 0);
create index object_todo on calendar.object (calendar, done) where kind = 'VTODO';
