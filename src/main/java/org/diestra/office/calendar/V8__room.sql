-- How much stands in a calendar, kept with each change, so that nobody counts it anew and what is
-- hidden from a writer counts too.
alter table calendar.calendar
  add column things int not null default 0,
  add column bytes bigint not null default 0;
update calendar.calendar c set things = s.things, bytes = s.bytes
  from (select o.calendar, count(*) as things, sum(length(o.body)) as bytes
    from calendar.object o group by o.calendar) s where s.calendar = c.id;

create function calendar.weigh() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
    begin
      if tg_op = 'INSERT' then
        update calendar.calendar c set things = c.things + d.things, bytes = c.bytes + d.bytes
        from (select n.calendar, count(*) as things, sum(length(n.body)) as bytes
          from fresh n group by n.calendar) d where d.calendar = c.id;
      elsif tg_op = 'DELETE' then
        update calendar.calendar c set things = c.things - d.things, bytes = c.bytes - d.bytes
        from (select n.calendar, count(*) as things, sum(length(n.body)) as bytes
          from gone n group by n.calendar) d where d.calendar = c.id;
      else
        update calendar.calendar c set bytes = c.bytes + d.bytes
        from (select n.calendar, sum(length(n.body) - length(o.body)) as bytes
          from fresh n join gone o on o.id = n.id group by n.calendar) d
        where d.calendar = c.id and d.bytes <> 0;
      end if;
      return null;
    end
  $$;
create trigger weigh_fresh after insert on calendar.object
  referencing new table as fresh for each statement execute function calendar.weigh();
create trigger weigh_changed after update on calendar.object
  referencing old table as gone new table as fresh
  for each statement execute function calendar.weigh();
create trigger weigh_gone after delete on calendar.object
  referencing old table as gone for each statement execute function calendar.weigh();

-- How much stands in one, and how many bytes in all of its workspace's or owner's.
create function calendar.room(which uuid) returns table (things int, bytes bigint)
  language sql stable security definer set search_path = ''
  as $$
    select c.things, (select sum(o.bytes)::bigint from calendar.calendar o
      where o.removed_at is null and (o.workspace = c.workspace or o.owner = c.owner))
    from calendar.calendar c where c.id = which
  $$;
