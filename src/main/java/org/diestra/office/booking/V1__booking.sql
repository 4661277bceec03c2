-- Equality beside ranges in one index, for the constraint that nobody is promised twice.
do $$
begin
  -- another module may have it already, and a notice of that is no news
  if not exists (select from pg_catalog.pg_extension where extname = 'btree_gist') then
    create extension btree_gist with schema public;
  end if;
end $$;

-- How a client stands before its own customers.
create table booking.page (
  workspace uuid primary key references workspaces.workspace,
  handle text not null unique check (handle ~ '^[a-z0-9](-?[a-z0-9]){1,39}$'),
  name text not null check (length(name) between 1 and 80),
  about text not null check (length(about) <= 2000),
  -- the address that customers' calendars and answers know
  contact text not null check (length(contact) between 3 and 254),
  -- who sends on its behalf, or null for the house's own address
  sender text check (length(sender) between 3 and 254),
  -- origins of other sites in whose frames it may stand
  sites text[] not null default '{}' check (cardinality(sites) <= 10),
  changed_by uuid not null references accounts.person,
  changed_at timestamptz not null
);

-- What can be booked.
create table booking.service (
  id uuid primary key,
  workspace uuid not null references workspaces.workspace,
  slug text not null check (slug ~ '^[a-z0-9](-?[a-z0-9]){0,59}$'),
  name text not null check (length(name) between 1 and 80),
  about text not null check (length(about) <= 4000),
  price text not null check (length(price) <= 80),
  place text not null check (length(place) <= 300),
  -- where one is seen and heard; {room} in it is different for each appointment
  link text not null check (length(link) <= 500),
  minutes int not null check (minutes between 5 and 720),
  before_minutes int not null check (before_minutes between 0 and 240),
  after_minutes int not null check (after_minutes between 0 and 240),
  grid int not null check (grid between 5 and 60),
  notice_hours int not null check (notice_hours between 0 and 720),
  notice_days int not null check (notice_days between 0 and 90),
  horizon_days int not null check (horizon_days between 1 and 365),
  -- 0 for any number
  per_day int not null check (per_day between 0 and 100),
  per_week int not null check (per_week between 0 and 500),
  -- all of its hosts are needed, or any one
  everybody boolean not null,
  approval boolean not null,
  -- a guest is booked once a link in a letter is opened
  confirm_mail boolean not null,
  waiting boolean not null,
  free_hours int not null check (free_hours between 0 and 720),
  zone text not null,
  -- where appointments are written; null for each host's own
  calendar uuid references calendar.calendar,
  -- calendars besides the hosts' own in which time is taken
  watched uuid[] not null default '{}' check (cardinality(watched) <= 20),
  open boolean not null,
  version int not null check (version >= 1),
  made_by uuid not null references accounts.person,
  made_at timestamptz not null,
  changed_by uuid not null references accounts.person,
  changed_at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid references accounts.person,
  check ((removed_at is null) = (removed_by is null))
);
create unique index service_slug on booking.service (workspace, slug) where removed_at is null;

create table booking.host (
  service uuid not null references booking.service,
  person uuid not null references accounts.person,
  since timestamptz not null,
  primary key (service, person)
);
create index host_person on booking.host (person);

-- Rules of a week on the wall clock of a zone; of one host, or of all who have none of their own.
create table booking.hours (
  service uuid not null references booking.service,
  person uuid references accounts.person,
  weekday int not null check (weekday between 1 and 7),
  opens int not null check (opens between 0 and 1439),
  closes int not null check (closes between 1 and 1440 and closes > opens),
  zone text not null
);
create index hours_service on booking.hours (service);

-- Single dates in place of their weekday; a day off opens at no time.
create table booking.day (
  service uuid not null references booking.service,
  person uuid references accounts.person,
  date date not null,
  opens int check (opens between 0 and 1439),
  closes int check (closes between 1 and 1440 and closes > opens),
  zone text not null,
  check ((opens is null) = (closes is null))
);
create index day_service on booking.day (service);

create table booking.question (
  service uuid not null references booking.service,
  number int not null check (number between 1 and 10),
  text text not null check (length(text) between 1 and 200),
  -- none for an answer in words
  choices text[] not null,
  required boolean not null,
  primary key (service, number)
);

create table booking.appointment (
  id uuid primary key,
  workspace uuid not null references workspaces.workspace,
  service uuid not null references booking.service,
  state text not null check (state in ('HELD', 'LAPSED', 'PENDING', 'CONFIRMED', 'DONE', 'NO_SHOW',
    'CANCELLED')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  -- the wall clock that was agreed, by which zone and by which edition of the zones' rules
  local_start timestamp not null,
  zone text not null,
  tzdata text not null,
  hosts uuid[] not null check (cardinality(hosts) >= 1),
  guest_name text not null check (length(guest_name) <= 120),
  guest_email text not null check (length(guest_email) <= 254),
  guest_zone text not null,
  locale text not null,
  -- by which the guest comes back: hashed to be found, sealed to be written into letters
  key_hash text not null unique check (key_hash ~ '^[0-9a-f]{64}$'),
  key_sealed bytea not null,
  -- of the link that shows the address is the guest's
  mail_hash text check (mail_hash ~ '^[0-9a-f]{64}$'),
  sequence int not null default 0 check (sequence >= 0),
  version int not null default 1 check (version >= 1),
  held_until timestamptz,
  remind_at timestamptz,
  -- the house's own words for who booked for the guest
  booked_by uuid references accounts.person,
  made_at timestamptz not null,
  forgotten_at timestamptz,
  check ((state = 'HELD') = (held_until is not null))
);
create index appointment_room on booking.appointment (workspace, starts_at, id)
  where state not in ('HELD', 'LAPSED');
create index appointment_service on booking.appointment (service, starts_at);
create index appointment_held on booking.appointment (held_until) where state = 'HELD';
create index appointment_live on booking.appointment (starts_at)
  where state in ('PENDING', 'CONFIRMED');
create index appointment_remind on booking.appointment (remind_at) where remind_at is not null;
create index appointment_pending on booking.appointment (workspace) where state = 'PENDING';
create index appointment_old on booking.appointment (ends_at) where forgotten_at is null;

-- Whose time an appointment takes, what is kept free around it included. It stands as long as the
-- appointment does, and two never overlap, whichever services and workspaces they are of.
create table booking.taken (
  appointment uuid not null references booking.appointment on delete cascade,
  person uuid not null references accounts.person,
  span tstzrange not null check (not isempty(span)),
  primary key (appointment, person),
  constraint nobody_twice exclude using gist (person public.gist_uuid_ops with =, span with &&)
);

create table booking.answer (
  appointment uuid not null references booking.appointment on delete cascade,
  number int not null,
  question text not null check (length(question) <= 200),
  answer text not null check (length(answer) <= 1000),
  primary key (appointment, number)
);

-- What became of it. Only added to.
create table booking.step (
  appointment uuid not null references booking.appointment on delete cascade,
  version int not null,
  what text not null check (what in ('HELD', 'LAPSED', 'PENDING', 'CONFIRMED', 'DONE', 'NO_SHOW',
    'CANCELLED', 'RESCHEDULED')),
  -- where it was until then
  was_at timestamptz,
  person uuid references accounts.person,
  guest boolean not null,
  words text not null check (length(words) <= 1000),
  at timestamptz not null,
  primary key (appointment, version)
);

-- The events that stand for it in calendars.
create table booking.entry (
  appointment uuid not null references booking.appointment on delete cascade,
  calendar uuid not null,
  event uuid not null,
  person uuid not null references accounts.person,
  -- which of the appointment's versions it shows
  version int not null,
  primary key (appointment, calendar)
);

-- Who is told when a time becomes free on a date of the service's zone.
create table booking.waiting (
  id uuid primary key,
  service uuid not null references booking.service,
  date date not null,
  email text not null check (length(email) <= 254),
  locale text not null,
  zone text not null,
  since timestamptz not null,
  unique (service, date, email)
);

-- The workspaces in which the caller works with appointments.
create function booking.rooms() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select d.workspace from workspaces.doors() d
    where d.area = 'APPOINTMENTS' and d.level = 'WORKING'
  $$;

alter table booking.page enable row level security;
alter table booking.service enable row level security;
alter table booking.host enable row level security;
alter table booking.hours enable row level security;
alter table booking.day enable row level security;
alter table booking.question enable row level security;
alter table booking.appointment enable row level security;
alter table booking.taken enable row level security;
alter table booking.answer enable row level security;
alter table booking.step enable row level security;
alter table booking.entry enable row level security;
alter table booking.waiting enable row level security;

create policy room on booking.page
  using ((select data.house()) or workspace in (select booking.rooms()));
create policy room on booking.service
  using ((select data.house()) or workspace in (select booking.rooms()));
create policy room on booking.host
  using ((select data.house()) or exists (select from booking.service s where s.id = service));
create policy room on booking.hours
  using ((select data.house()) or exists (select from booking.service s where s.id = service));
create policy room on booking.day
  using ((select data.house()) or exists (select from booking.service s where s.id = service));
create policy room on booking.question
  using ((select data.house()) or exists (select from booking.service s where s.id = service));
create policy room on booking.appointment
  using ((select data.house()) or workspace in (select booking.rooms()));
create policy house on booking.taken using ((select data.house()));
create policy room on booking.answer
  using ((select data.house()) or exists (select from booking.appointment a where a.id = appointment));
create policy room on booking.step
  using ((select data.house()) or exists (select from booking.appointment a where a.id = appointment));
create policy house on booking.entry using ((select data.house()));
create policy house on booking.waiting using ((select data.house()));
