-- An event to which people are asked. It outlives the event, for what they hold of it.
create table invitations.meeting (
  id uuid primary key,
  -- the event as it stands in a calendar, in the schema below; another one after a move
  object uuid not null unique,
  calendar uuid not null references calendar.calendar,
  uid text not null check (length(uid) between 1 and 500),
  -- who asks, as everybody was told who was ever asked
  organizer uuid not null references accounts.person,
  organizer_name text not null,
  -- how often it was sent with other words or another time, and whether it has changed since
  number int not null default 0 check (number >= 0),
  pending boolean not null default false,
  made_at timestamptz not null,
  ended_at timestamptz
);
create index meeting_uid on invitations.meeting (uid);
create index meeting_calendar on invitations.meeting (calendar) where ended_at is null;

-- What was sent: the words and times of the event at that moment, for nobody in particular.
create table invitations.issue (
  meeting uuid not null references invitations.meeting,
  number int not null check (number > 0),
  sequence int not null check (sequence >= 0),
  body bytea not null check (length(body) <= 100000),
  -- of all that is sent, and of when it is
  digest text not null,
  times text not null,
  -- between which instants it lies; no end for what comes again for ever
  since timestamptz not null,
  until timestamptz,
  sent_by uuid not null references accounts.person,
  sent_at timestamptz not null,
  primary key (meeting, number)
);

-- Somebody who is asked, or was.
create table invitations.guest (
  id uuid primary key,
  meeting uuid not null references invitations.meeting,
  address text not null check (length(address) <= 254),
  -- as it is compared
  address_key text not null check (length(address_key) <= 254),
  name text not null check (length(name) <= 200),
  -- somebody who works where the event stands
  person uuid references accounts.person,
  optional boolean not null,
  answer text not null default 'NONE' check (answer in ('NONE', 'YES', 'MAYBE', 'NO')),
  words text not null default '' check (length(words) <= 1000),
  answered_at timestamptz,
  -- when they wrote that, as their program says; what was written before it comes too late
  stamp timestamptz,
  -- another time that they would like better
  proposes_from timestamptz,
  proposes_to timestamptz check (proposes_to >= proposes_from),
  -- which issue they hold; none yet for 0
  issue int not null default 0,
  -- SHA-256 of the secret of their own page, and the secret sealed, for later letters
  key_hash text not null unique,
  key bytea not null,
  -- what stands in their own calendar
  copy uuid unique,
  asked_by uuid not null references accounts.person,
  asked_at timestamptz not null,
  removed_at timestamptz,
  unique (meeting, address_key)
);
create index guest_waits on invitations.guest (person)
  where answer = 'NONE' and issue > 0 and removed_at is null;

-- What they answered to one date of a series.
create table invitations.answer (
  guest uuid not null references invitations.guest,
  date text not null check (date ~ '^\d{8}(T\d{6}Z?)?$'),
  answer text not null check (answer in ('YES', 'MAYBE', 'NO')),
  at timestamptz not null,
  stamp timestamptz not null,
  primary key (guest, date)
);

-- How many letters left on a day, by whoever they are counted for.
create table invitations.quota (
  key text not null,
  day date not null,
  letters int not null check (letters >= 0),
  primary key (key, day)
);
create index quota_day on invitations.quota (day);

-- What waits for the caller's answer and is not over, the first first. It runs as the tables' owner,
-- whom their policies do not bind.
create function invitations.waiting(now timestamptz, most int)
  returns table (guest uuid, organizer text, meeting uuid, number int, sequence int, body bytea,
    digest text, times text, since timestamptz, until timestamptz, sent_by uuid,
    sent_at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select g.id, m.organizer_name, i.meeting, i.number, i.sequence, i.body, i.digest, i.times,
      i.since, i.until, i.sent_by, i.sent_at
    from invitations.guest g
    join invitations.meeting m on m.id = g.meeting and m.ended_at is null
    join calendar.calendar c on c.id = m.calendar and c.removed_at is null
    join invitations.issue i on i.meeting = m.id and i.number = g.issue
    where g.person = data.caller() and g.answer = 'NONE' and g.issue > 0 and g.removed_at is null
      and (i.until is null or i.until > now)
    order by i.since, g.id limit most
  $$;

-- Nobody reads these tables but through this module, which asks first whether the event may be
-- read, or whose the invitation is.
alter table invitations.meeting enable row level security;
alter table invitations.issue enable row level security;
alter table invitations.guest enable row level security;
alter table invitations.answer enable row level security;
alter table invitations.quota enable row level security;
create policy house on invitations.meeting using ((select data.house()));
create policy house on invitations.issue using ((select data.house()));
create policy house on invitations.guest using ((select data.house()));
create policy house on invitations.answer using ((select data.house()));
create policy house on invitations.quota using ((select data.house()));
