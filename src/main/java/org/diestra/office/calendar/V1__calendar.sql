-- A calendar of a workspace, or of a person.
create table calendar.calendar (
  id uuid primary key,
  workspace uuid references workspaces.workspace,
  owner uuid references accounts.person,
  name text not null check (length(name) between 1 and 80),
  colour text not null check (colour ~ '^[a-z]{3,10}$'),
  -- on whose clock whole days and floating times are, for programs that ask
  zone text not null,
  -- how often anything in it was changed; what a program has seen of it is a number of these
  change bigint not null default 0,
  -- SHA-256 of the secret in the address that shows it to programs, or null
  feed text check (feed ~ '^[0-9a-f]{64}$'),
  made_by uuid not null references accounts.person,
  made_at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid references accounts.person,
  check ((workspace is null) <> (owner is null)),
  check ((removed_at is null) = (removed_by is null))
);
create index calendar_workspace on calendar.calendar (workspace) where removed_at is null;
create index calendar_owner on calendar.calendar (owner) where removed_at is null;
create unique index calendar_feed on calendar.calendar (feed) where removed_at is null;

-- Whom a calendar is shown to besides those who keep it: a person, or all who work in an area of a
-- workspace, which is how a contract opens it. It holds as long as that person works there.
create table calendar.share (
  id uuid primary key,
  calendar uuid not null references calendar.calendar,
  workspace uuid not null references workspaces.workspace,
  person uuid references accounts.person,
  area text check (area in ('ADMIN', 'BOOKKEEPING', 'SOCIAL', 'BLOG', 'TRAVEL', 'APPOINTMENTS',
    'DATA_ENTRY', 'FILES')),
  -- 1 busy or free, 2 read, 3 write, 4 manage
  reach int not null check (reach between 1 and 4),
  given_by uuid not null references accounts.person,
  since timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references accounts.person,
  check ((person is null) <> (area is null))
);
create unique index share_once on calendar.share (calendar, workspace, person, area)
  nulls not distinct where ended_at is null;
create index share_workspace on calendar.share (workspace) where ended_at is null;

-- An event with all its changes, in the bytes that a program or this house wrote.
create table calendar.object (
  id uuid primary key,
  calendar uuid not null references calendar.calendar,
  -- the last part of its address for programs, which is not its UID
  name text not null check (length(name) between 1 and 255),
  uid text not null check (length(uid) between 1 and 500),
  body bytea not null check (length(body) <= 1000000),
  -- SHA-256 of the body
  etag text not null check (etag ~ '^[0-9a-f]{64}$'),
  -- between which instants all of it lies; no end for what comes again for ever
  since timestamptz not null,
  until timestamptz,
  -- whether others than its maker and those who manage see that the time is taken, and no more
  hidden boolean not null,
  change bigint not null,
  -- when somebody is reminded of it next
  remind_at timestamptz,
  made_by uuid not null references accounts.person,
  made_at timestamptz not null,
  changed_by uuid not null references accounts.person,
  changed_at timestamptz not null,
  unique (calendar, name),
  unique (calendar, uid)
);
create index object_window on calendar.object (calendar, since, until);
create index object_reminder on calendar.object (remind_at) where remind_at is not null;
create index object_change on calendar.object (calendar, change);

-- What a page needs of each component: when, and its words.
create table calendar.part (
  object uuid not null references calendar.object on delete cascade,
  number int not null,
  timing text not null,
  summary text not null,
  place text not null,
  busy boolean not null,
  cancelled boolean not null,
  primary key (object, number)
);

-- What was taken out, for programs that saw it: their next look tells them.
create table calendar.gone (
  calendar uuid not null references calendar.calendar,
  name text not null,
  change bigint not null,
  at timestamptz not null,
  primary key (calendar, name)
);
create index gone_change on calendar.gone (calendar, change);

-- How far the caller may go in which calendars, through which door and until when. It runs as the
-- tables' owner, whom their policies do not bind; every policy here asks it, once a statement.
create function calendar.reaches()
  returns table (calendar uuid, reach int, workspace uuid, until timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select c.id, 4, null::uuid, null::timestamptz from calendar.calendar c
    where c.owner = data.caller() and c.removed_at is null
    union all
    select c.id, 4, c.workspace, null::timestamptz from calendar.calendar c
    where c.workspace in (select workspaces.kept()) and c.removed_at is null
    union all
    select s.calendar, case when c.owner = data.caller() then 4 else s.reach end, s.workspace,
      d.until
    from (select w.workspace, w.area, w.until from workspaces.doors() w
      where w.level = 'WORKING') d
    join calendar.share s on s.workspace = d.workspace and s.ended_at is null
    join calendar.calendar c on c.id = s.calendar and c.removed_at is null
      and (s.area = d.area or s.person = data.caller() or c.owner = data.caller())
    where c.owner is null or workspaces.inside(c.owner, s.workspace)
  $$;

-- What lies in a window of some calendars, for the caller: without its words where the caller may
-- know no more than that the time is taken. At most so many rows.
create function calendar.seen(asked uuid[], opens timestamptz, closes timestamptz, most int)
  returns table (object uuid, calendar uuid, number int, timing text, summary text, place text,
    busy boolean, cancelled boolean, hidden boolean, open boolean, changes boolean)
  language sql stable security definer set search_path = ''
  as $$
    with reach as (select r.calendar, max(r.reach) as reach from calendar.reaches() r
        where r.calendar = any (asked) group by r.calendar),
      found as (select o.id, o.calendar, o.hidden, r.reach, r.reach = 4
          or r.reach >= 2 and (not o.hidden or o.made_by = data.caller()) as open
        from reach r join calendar.object o on o.calendar = r.calendar
        where o.since < closes and (o.until is null or o.until > opens)
        order by o.since, o.id limit most)
    select f.id, f.calendar, p.number, p.timing, case when f.open then p.summary else '' end,
      case when f.open then p.place else '' end, p.busy, p.cancelled, f.hidden, f.open,
      f.open and f.reach >= 3
    from found f join calendar.part p on p.object = f.id
  $$;

alter table calendar.calendar enable row level security;
alter table calendar.share enable row level security;
alter table calendar.object enable row level security;
alter table calendar.part enable row level security;
alter table calendar.gone enable row level security;

create policy seen on calendar.calendar for select
  using ((select data.house()) or id in (select r.calendar from calendar.reaches() r)
    or owner = (select data.caller()) or workspace in (select workspaces.kept()));
create policy made on calendar.calendar for insert
  with check ((select data.house()) or made_by = (select data.caller())
    and (owner = (select data.caller()) or workspace in (select workspaces.kept())));
-- Each change of an event is counted here, so whoever writes changes this row.
create policy changed on calendar.calendar for update
  using ((select data.house())
    or id in (select r.calendar from calendar.reaches() r where r.reach >= 3));

create policy seen on calendar.share for select
  using ((select data.house())
    or calendar in (select r.calendar from calendar.reaches() r where r.reach = 4));
create policy given on calendar.share for insert
  with check ((select data.house()) or given_by = (select data.caller())
    and calendar in (select r.calendar from calendar.reaches() r where r.reach = 4));
create policy ended on calendar.share for update
  using ((select data.house())
    or calendar in (select r.calendar from calendar.reaches() r where r.reach = 4));

create policy seen on calendar.object for select
  using ((select data.house()) or calendar in (select r.calendar from calendar.reaches() r
    where r.reach = 4 or r.reach >= 2 and (not hidden or made_by = (select data.caller()))));
create policy written on calendar.object for insert
  with check ((select data.house())
    or calendar in (select r.calendar from calendar.reaches() r where r.reach >= 3));
create policy changed on calendar.object for update
  using ((select data.house()) or calendar in (select r.calendar from calendar.reaches() r
    where r.reach = 4 or r.reach >= 3 and (not hidden or made_by = (select data.caller()))));
create policy removed on calendar.object for delete
  using ((select data.house()) or calendar in (select r.calendar from calendar.reaches() r
    where r.reach = 4 or r.reach >= 3 and (not hidden or made_by = (select data.caller()))));

create policy seen on calendar.part for select
  using ((select data.house()) or exists (select from calendar.object o where o.id = object));
create policy written on calendar.part for insert
  with check ((select data.house()) or exists (select from calendar.object o where o.id = object));
create policy removed on calendar.part for delete
  using ((select data.house()) or exists (select from calendar.object o where o.id = object));

create policy seen on calendar.gone for select
  using ((select data.house())
    or calendar in (select r.calendar from calendar.reaches() r where r.reach >= 2));
create policy written on calendar.gone for all
  using ((select data.house())
    or calendar in (select r.calendar from calendar.reaches() r where r.reach >= 3));
