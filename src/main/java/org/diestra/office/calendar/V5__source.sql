-- An address outside that a calendar's events come from. Nobody but the reading writes in it.
create table calendar.source (
  calendar uuid primary key references calendar.calendar,
  -- sealed: whoever knows it may read all of it there
  address bytea not null,
  -- what may be shown of it
  host text not null check (length(host) between 1 and 255),
  -- whether its times are taken where people book its owner
  counts boolean not null,
  etag text check (length(etag) <= 500),
  modified text check (length(modified) <= 100),
  -- SHA-256 of what was read last
  print text check (print ~ '^[0-9a-f]{64}$'),
  pause_minutes int not null check (pause_minutes between 60 and 720),
  made_by uuid not null references accounts.person,
  made_at timestamptz not null,
  asked_at timestamptz not null,
  -- when it was read last, whole
  read_at timestamptz not null,
  -- how many of its events could not be taken
  left_out int not null check (left_out >= 0),
  fault text,
  -- since when
  fault_at timestamptz,
  failures int not null default 0,
  told_at timestamptz,
  due_at timestamptz not null,
  check ((fault is null) = (fault_at is null) and (fault is null) = (failures = 0))
);
create index source_due on calendar.source (due_at);
alter table calendar.source enable row level security;
create policy seen on calendar.source for select using ((select data.house())
  or calendar in (select r.calendar from calendar.reaches() r));
create policy made on calendar.source for insert
  with check ((select data.house()) or made_by = (select data.caller())
    and calendar in (select r.calendar from calendar.reaches() r where r.reach = 4));
create policy changed on calendar.source for update using ((select data.house())
  or calendar in (select r.calendar from calendar.reaches() r where r.reach = 4));
create policy removed on calendar.source for delete using ((select data.house())
  or calendar in (select r.calendar from calendar.reaches() r where r.reach = 4));

-- Whatever a page or a program tries: what comes from outside is as it is there. The reading names
-- the calendar that it fills, in its own transaction.
create function calendar.keep_source() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
    begin
      if exists (select from calendar.source s
          where s.calendar in (new.calendar, old.calendar)
            and s.calendar::text <> coalesce(current_setting('diestra.source', true), '')) then
        raise exception 'that calendar is read from outside' using errcode = 'insufficient_privilege';
      end if;
      if tg_op = 'DELETE' then
        return old;
      end if;
      return new;
    end
  $$;
create trigger keep_source before insert or update or delete on calendar.object
  for each row execute function calendar.keep_source();

create or replace function calendar.seen(asked uuid[], opens timestamptz, closes timestamptz,
    most int)
  returns table (object uuid, calendar uuid, number int, timing text, summary text, place text,
    busy boolean, cancelled boolean, hidden boolean, open boolean, changes boolean)
  language sql stable security definer set search_path = ''
  as $$
    with reach as (select r.calendar, max(r.reach) as reach,
          exists (select from calendar.source s where s.calendar = r.calendar) as outside
        from calendar.reaches() r where r.calendar = any (asked) group by r.calendar),
      found as (select o.id, o.calendar, o.hidden, r.reach, r.outside, r.reach = 4
          or r.reach >= 2 and (not o.hidden or o.made_by = data.caller()) as open
        from reach r join calendar.object o on o.calendar = r.calendar
        where o.since < closes and (o.until is null or o.until > opens) and o.kind = 'VEVENT'
        order by o.since, o.id limit most)
    select f.id, f.calendar, p.number, p.timing, case when f.open then p.summary else '' end,
      case when f.open then p.place else '' end, p.busy, p.cancelled, f.hidden, f.open,
      f.open and f.reach >= 3 and not f.outside
    from found f join calendar.part p on p.object = f.id
  $$;
