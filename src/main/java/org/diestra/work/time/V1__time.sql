-- Equality beside ranges in one index, for the constraint that nobody works at two things at once.
create extension if not exists btree_gist with schema public;

-- Who decides on hours, as one of the client's: whoever hires, and the approvers.
create function "time".reviewed() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select w.id from accounts.membership m
    join workspaces.workspace w on w.organisation = m.organisation
    where m.person = data.caller() and m.role in ('OWNER', 'MANAGER', 'APPROVER')
  $$;

-- What is agreed about hours, for contracts that pay any: by the hour or by a retainer.
create table "time".plan (
  contract uuid primary key references contracts.contract,
  assistant uuid not null references accounts.person,
  title text not null,
  -- of an hour; null where a retainer alone pays
  rate_minor bigint check (rate_minor > 0),
  currency text not null,
  cap_minutes int check (cap_minutes > 0)
);
create index plan_assistant on "time".plan (assistant);

-- Contracts that were signed before there was this module.
insert into "time".plan (contract, assistant, title, rate_minor, currency, cap_minutes)
  select c.id, c.assistant, c.title,
    replace(v.paper::jsonb #>> '{terms,pay,hour,rate}', '.', '')::bigint,
    v.paper::jsonb #>> '{terms,pay,currency}',
    (v.paper::jsonb #>> '{terms,pay,hour,weeklyCap}')::int * 60
  from contracts.contract c
  join contracts.version v on v.offer = c.offer and v.version = c.version
  where v.paper::jsonb #> '{terms,pay,hour}' is not null
    or v.paper::jsonb #> '{terms,pay,retainer}' is not null;

-- A contract's week, from its Monday in UTC. What was agreed holds for the whole of it.
create table "time".sheet (
  contract uuid not null references contracts.contract,
  week date not null check (extract(isodow from week) = 1),
  workspace uuid not null references workspaces.workspace,
  organisation uuid not null references accounts.organisation,
  assistant uuid not null references accounts.person,
  title text not null,
  -- of an hour; null where a retainer alone pays
  rate_minor bigint check (rate_minor > 0),
  currency text not null,
  cap_minutes int check (cap_minutes > 0),
  state text not null check (state in ('OPEN', 'SUBMITTED', 'CLOSED')),
  version int not null check (version >= 1),
  since timestamptz not null,
  minutes int not null default 0 check (minutes >= 0),
  -- minutes above the cap that the client accepted
  extra int not null default 0 check (extra >= 0),
  submitted_at timestamptz,
  closed_at timestamptz,
  primary key (contract, week),
  check (state = 'OPEN' or submitted_at is not null),
  check ((state = 'CLOSED') = (closed_at is not null))
);
create index sheet_open on "time".sheet (assistant, week) where state = 'OPEN';
create index sheet_submitted on "time".sheet (organisation, week) where state = 'SUBMITTED';

create table "time".entry (
  id uuid primary key,
  contract uuid not null,
  week date not null,
  workspace uuid not null references workspaces.workspace,
  assistant uuid not null references accounts.person,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  minutes int not null generated always as
    ((extract(epoch from ended_at - started_at) / 60)::int) stored,
  -- in a schema beside this one
  task uuid,
  note text not null check (length(note) between 10 and 500),
  source text not null check (source in ('TIMER', 'MANUAL')),
  -- the timer it came from
  timer uuid,
  state text not null check (state in ('OPEN', 'SUBMITTED', 'QUERIED', 'ANSWERED', 'ACCEPTED',
    'DISPUTED', 'INVOICED', 'PAID')),
  -- minutes above the cap that were not accepted, as they stood when the week was closed
  over_minutes int not null default 0 check (over_minutes >= 0),
  version int not null check (version >= 1),
  since timestamptz not null,
  made_at timestamptz not null,
  foreign key (contract, week) references "time".sheet,
  check (ended_at > started_at and ended_at - started_at <= interval '16 hours'),
  check (extract(second from started_at at time zone 'UTC') = 0
    and extract(second from ended_at at time zone 'UTC') = 0),
  check (started_at >= week::timestamp at time zone 'UTC'
    and ended_at <= (week + 7)::timestamp at time zone 'UTC'),
  constraint one_thing_at_a_time exclude using gist
    (assistant public.gist_uuid_ops with =, tstzrange(started_at, ended_at) with &&)
);
create index entry_week on "time".entry (contract, week, started_at);
create index entry_queried on "time".entry (assistant) where state = 'QUERIED';

-- Every step of a line with what was said. Only added to.
create table "time".move (
  entry uuid not null references "time".entry on delete cascade,
  version int not null,
  from_state text not null,
  to_state text not null,
  person uuid references accounts.person,
  words text check (length(words) between 1 and 2000),
  at timestamptz not null,
  primary key (entry, version)
);

-- What stood in a submitted line before it was corrected, and why. Only added to.
create table "time".change (
  entry uuid not null references "time".entry on delete cascade,
  version int not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  task uuid,
  note text not null,
  person uuid not null references accounts.person,
  reason text not null check (length(reason) between 1 and 2000),
  at timestamptz not null,
  primary key (entry, version)
);

-- The one timer that a person has running.
create table "time".timer (
  person uuid primary key references accounts.person,
  id uuid not null unique,
  contract uuid not null references contracts.contract,
  task uuid,
  note text not null check (length(note) <= 500),
  started_at timestamptz not null
);
create index timer_contract on "time".timer (contract);

-- Those that ran: a start or a stop that is sent again, from a second tab or a line that came
-- back, is known by them.
create table "time".ended (
  timer uuid primary key,
  person uuid not null references accounts.person,
  at timestamptz not null
);

create function "time".never() returns trigger language plpgsql as
$$ begin raise exception '% is only added to', tg_table_name; end $$;
create trigger move_stays before update on "time".move
  for each row execute function "time".never();
create trigger change_stays before update on "time".change
  for each row execute function "time".never();

-- Row security says who may touch a line; this says who may do what to it.
create function "time".guard() returns trigger language plpgsql as $$
begin
  if (select data.house()) then
    return new;
  end if;
  if row(new.id, new.contract, new.week, new.workspace, new.assistant, new.source, new.over_minutes)
      is distinct from
      row(old.id, old.contract, old.week, old.workspace, old.assistant, old.source, old.over_minutes)
  then
    raise exception 'whose line it is stays' using errcode = 'insufficient_privilege';
  end if;
  if old.assistant = (select data.caller()) then
    if not ((old.state, new.state) in (('OPEN', 'OPEN'), ('OPEN', 'SUBMITTED'),
        ('SUBMITTED', 'SUBMITTED'), ('QUERIED', 'QUERIED'), ('QUERIED', 'ANSWERED'))) then
      raise exception 'nobody decides on own hours' using errcode = 'insufficient_privilege';
    end if;
  elsif row(new.started_at, new.ended_at, new.task, new.note)
      is distinct from row(old.started_at, old.ended_at, old.task, old.note)
      or not ((old.state, new.state) in (('SUBMITTED', 'ACCEPTED'), ('SUBMITTED', 'QUERIED'),
        ('ANSWERED', 'ACCEPTED'), ('ANSWERED', 'DISPUTED'))) then
    raise exception 'the client decides and does not write' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger entry_guard before update on "time".entry
  for each row execute function "time".guard();

create function "time".guard_sheet() returns trigger language plpgsql as $$
begin
  if (select data.house()) then
    return new;
  end if;
  if new.state <> old.state
      and not (old.assistant = (select data.caller()) and new.state = 'SUBMITTED')
      or old.state = 'CLOSED'
      or new.extra <> old.extra and old.assistant = (select data.caller())
      or row(new.contract, new.week, new.workspace, new.organisation, new.assistant, new.rate_minor,
        new.currency, new.cap_minutes) is distinct from row(old.contract, old.week, old.workspace,
        old.organisation, old.assistant, old.rate_minor, old.currency, old.cap_minutes) then
    raise exception 'not for the caller to change' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger sheet_guard before update on "time".sheet
  for each row execute function "time".guard_sheet();

alter table "time".plan enable row level security;
alter table "time".sheet enable row level security;
alter table "time".entry enable row level security;
alter table "time".move enable row level security;
alter table "time".change enable row level security;
alter table "time".timer enable row level security;
alter table "time".ended enable row level security;

create policy sides on "time".plan for select
  using ((select data.house()) or assistant = (select data.caller())
    or exists (select from engagements.engagement e where e.contract = plan.contract));
create policy agreed on "time".plan for insert with check ((select data.house()));

-- Both sides read it; of the client's, whoever sees its contracts.
create policy sides on "time".sheet for select
  using ((select data.house()) or assistant = (select data.caller())
    or workspace in (select workspaces.dealing()));
create policy own on "time".sheet for insert
  with check ((select data.house()) or assistant = (select data.caller()) and state = 'OPEN'
    and extra = 0 and exists (select from engagements.engagement e where e.contract = sheet.contract
      and e.assistant = sheet.assistant and e.workspace = sheet.workspace
      and e.organisation = sheet.organisation));
create policy sides_move on "time".sheet for update
  using ((select data.house()) or assistant = (select data.caller())
    or workspace in (select "time".reviewed()));

create policy sides on "time".entry for select
  using ((select data.house()) or assistant = (select data.caller())
    or workspace in (select workspaces.dealing()));
create policy own on "time".entry for insert
  with check ((select data.house()) or assistant = (select data.caller())
    and state in ('OPEN', 'SUBMITTED') and over_minutes = 0
    and exists (select from "time".sheet s where s.contract = entry.contract
      and s.week = entry.week and s.assistant = entry.assistant and s.workspace = entry.workspace
      and s.state <> 'CLOSED'));
create policy sides_move on "time".entry for update
  using ((select data.house()) or assistant = (select data.caller())
    or workspace in (select "time".reviewed()));
create policy own_open on "time".entry for delete
  using ((select data.house()) or assistant = (select data.caller()) and state = 'OPEN');

create policy sides on "time".move for select
  using ((select data.house()) or exists (select from "time".entry e where e.id = move.entry));
create policy own on "time".move for insert
  with check ((select data.house()) or person = (select data.caller())
    and exists (select from "time".entry e where e.id = move.entry
      and (e.assistant = (select data.caller()) or e.workspace in (select "time".reviewed()))));

create policy sides on "time".change for select
  using ((select data.house()) or exists (select from "time".entry e where e.id = change.entry));
create policy own on "time".change for insert
  with check ((select data.house()) or person = (select data.caller())
    and exists (select from "time".entry e where e.id = change.entry
      and e.assistant = (select data.caller())));

create policy own on "time".timer using ((select data.house()) or person = (select data.caller()))
  with check ((select data.house()) or person = (select data.caller()));
create policy own on "time".ended for select
  using ((select data.house()) or person = (select data.caller()));
create policy own_added on "time".ended for insert
  with check ((select data.house()) or person = (select data.caller()));
