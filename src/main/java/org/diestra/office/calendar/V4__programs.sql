-- What programs say of a calendar besides: the name one made it under, a description, a colour of
-- their own beside the seven of the page, and what may stand in it.
alter table calendar.calendar
  add column slug text check (length(slug) between 1 and 255),
  add column note text not null default '' check (length(note) <= 2000),
  add column tint text check (tint ~ '^#[0-9A-F]{6}([0-9A-F]{2})?$'),
  add column kinds text[] not null default array['VEVENT', 'VTODO']
    check (cardinality(kinds) > 0 and kinds <@ array['VEVENT', 'VTODO']);
create unique index calendar_slug on calendar.calendar (owner, slug) where removed_at is null;

-- Tasks stand in calendars as events do, and take no time.
alter table calendar.object
  add column kind text not null default 'VEVENT' check (kind in ('VEVENT', 'VTODO'));

create or replace function calendar.seen(asked uuid[], opens timestamptz, closes timestamptz,
    most int)
  returns table (object uuid, calendar uuid, number int, timing text, summary text, place text,
    busy boolean, cancelled boolean, hidden boolean, open boolean, changes boolean)
  language sql stable security definer set search_path = ''
  as $$
    with reach as (select r.calendar, max(r.reach) as reach from calendar.reaches() r
        where r.calendar = any (asked) group by r.calendar),
      found as (select o.id, o.calendar, o.hidden, r.reach, r.reach = 4
          or r.reach >= 2 and (not o.hidden or o.made_by = data.caller()) as open
        from reach r join calendar.object o on o.calendar = r.calendar
        where o.since < closes and (o.until is null or o.until > opens) and o.kind = 'VEVENT'
        order by o.since, o.id limit most)
    select f.id, f.calendar, p.number, p.timing, case when f.open then p.summary else '' end,
      case when f.open then p.place else '' end, p.busy, p.cancelled, f.hidden, f.open,
      f.open and f.reach >= 3
    from found f join calendar.part p on p.object = f.id
  $$;

-- What the caller may know of no more than which times it takes, as programs are told of it; what
-- takes none is told by its name alone, so that it can be said to be gone.
create function calendar.masked(which uuid, now timestamptz, named text[], after bigint,
    opens timestamptz, closes timestamptz)
  returns table (id uuid, name text, uid text, change bigint, made_at timestamptz,
    changed_at timestamptz, takes boolean, timings text[], busy boolean[], cancelled boolean[])
  language sql stable security definer set search_path = ''
  as $$
    select o.id, o.name, o.uid, o.change, o.made_at, o.changed_at,
      o.kind = 'VEVENT' and bool_or(p.busy), array_agg(p.timing order by p.number),
      array_agg(p.busy order by p.number), array_agg(p.cancelled order by p.number)
    from (select max(r.reach) as reach from calendar.reaches() r
      where r.calendar = which and (r.until is null or r.until > now)) far
    join calendar.object o on o.calendar = which
    join calendar.part p on p.object = o.id
    where (far.reach = 1
        or far.reach in (2, 3) and o.hidden and o.made_by is distinct from data.caller())
      and (named is null or o.name = any (named)) and (after is null or o.change > after)
      and (opens is null or o.until is null or o.until > opens)
      and (closes is null or o.since < closes)
    group by o.id
  $$;

-- Which name bears a UID there, whoever may see it: there can be but one. For those who write.
create function calendar.bearing(which uuid, wanted text) returns text
  language sql stable security definer set search_path = ''
  as $$
    select o.name from calendar.object o
    where o.calendar = which and o.uid = wanted and exists (select from calendar.reaches() r
      where r.calendar = which and r.reach >= 3)
  $$;

-- Whose open pages may show a calendar: all of those and perhaps some more, for news that say only
-- that something changed.
create function calendar.watchers(which uuid) returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select c.owner from calendar.calendar c where c.id = which and c.owner is not null
    union
    select m.person from calendar.calendar c
    join workspaces.workspace w on w.id = c.workspace
    join accounts.membership m on m.organisation = w.organisation
    where c.id = which and m.role in ('OWNER', 'MANAGER')
    union
    select s.person from calendar.share s
    where s.calendar = which and s.ended_at is null and s.person is not null
    union
    select m.person from calendar.share s
    join workspaces.workspace w on w.id = s.workspace
    join accounts.membership m on m.organisation = w.organisation
    where s.calendar = which and s.ended_at is null and s.area is not null
      and (m.role in ('OWNER', 'MANAGER', 'APPROVER')
        or m.role = 'BOOKKEEPER' and s.area = 'BOOKKEEPING')
    union
    select g.person from calendar.share s
    join workspaces.access g on g.workspace = s.workspace and g.area = s.area
    where s.calendar = which and s.ended_at is null and g.ended_at is null
      and g.level = 'WORKING'
  $$;

-- Names of what was taken out are told to whoever was told that they were there.
drop policy seen on calendar.gone;
create policy seen on calendar.gone for select
  using ((select data.house()) or calendar in (select r.calendar from calendar.reaches() r));
