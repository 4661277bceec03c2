create function travel.worked() returns setof uuid
  language sql stable set search_path = ''
  as $$
    select d.workspace from workspaces.doors() d
    where d.area = 'TRAVEL' and d.level = 'WORKING'
  $$;

-- The workspaces for whose client the caller chooses and authorises.
create function travel.decided() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select w.id from accounts.membership m
    join workspaces.workspace w on w.organisation = m.organisation
    where m.person = data.caller() and m.role in ('OWNER', 'MANAGER', 'APPROVER')
  $$;

create function travel.never() returns trigger language plpgsql as
$$ begin raise exception '% is only added to', tg_table_name; end $$;

create table travel.trip (
  id uuid primary key,
  workspace uuid not null references workspaces.workspace,
  -- of the form that asked for it: sent twice it makes one
  key uuid not null,
  title text not null check (length(title) between 1 and 120),
  travellers text not null check (length(travellers) between 1 and 300),
  heads smallint not null check (heads between 1 and 20),
  origin text not null check (length(origin) between 1 and 120),
  destination text not null check (length(destination) between 1 and 120),
  leaves date not null,
  returns date check (returns >= leaves),
  flexible smallint not null check (flexible between 0 and 14),
  budget bigint check (budget > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  cabin text check (cabin in ('ECONOMY', 'PREMIUM', 'BUSINESS', 'FIRST')),
  notes text not null check (length(notes) <= 2000),
  state text not null check (state in ('REQUESTED', 'RESEARCHING', 'OPTIONS_SENT', 'CHOSEN',
    'AUTHORISED', 'PRICE_CHANGED', 'BOOKED', 'TRAVELLING', 'CLOSED', 'CANCELLED')),
  version int not null check (version >= 1),
  since timestamptz not null, -- when it came to its state
  round int not null check (round >= 0), -- how many sheets were sent
  made_by uuid not null references accounts.person,
  made_at timestamptz not null,
  researcher uuid references accounts.person,
  -- why the last sheet came back
  reason text check (length(reason) between 1 and 500),
  sent_by uuid references accounts.person,
  option uuid,
  chosen_by uuid references accounts.person,
  -- what it cost when it was chosen, and what may be and was paid, in one currency
  total bigint check (total > 0),
  paid_in text check (paid_in ~ '^[A-Z]{3}$'),
  ceiling bigint check (ceiling >= total),
  authorised_by uuid references accounts.person,
  price bigint check (price > 0),
  code text check (length(code) <= 60),
  booked_by uuid references accounts.person,
  unique (workspace, key),
  unique (id, workspace),
  check (state not in ('OPTIONS_SENT', 'CHOSEN', 'AUTHORISED', 'BOOKED') or sent_by is not null),
  check (state not in ('CHOSEN', 'AUTHORISED', 'PRICE_CHANGED', 'BOOKED', 'TRAVELLING', 'CLOSED')
    or option is not null and chosen_by is not null and total is not null and paid_in is not null),
  check (state not in ('AUTHORISED', 'PRICE_CHANGED', 'BOOKED', 'TRAVELLING', 'CLOSED')
    or ceiling is not null and authorised_by is not null),
  check (state not in ('PRICE_CHANGED', 'BOOKED', 'TRAVELLING', 'CLOSED') or price is not null),
  -- never dearer than what was authorised, nor than what was chosen and five in a hundred
  check (state not in ('BOOKED', 'TRAVELLING', 'CLOSED')
    or booked_by is not null and price <= ceiling and price::numeric * 100 <= total::numeric * 105)
);
create index trip_list on travel.trip (workspace, leaves desc, id desc);
create index trip_waits on travel.trip (workspace, state)
  where state not in ('CLOSED', 'CANCELLED');

create table travel.option (
  id uuid primary key,
  trip uuid not null,
  workspace uuid not null,
  place smallint not null check (place between 1 and 5),
  name text not null check (length(name) between 1 and 120),
  total bigint not null check (total > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  captured_at timestamptz not null,
  valid_until timestamptz not null,
  rules text not null check (length(rules) <= 600),
  baggage text not null check (length(baggage) <= 600),
  source text not null check (length(source) between 1 and 300),
  -- why it is outside of what the client wants
  unfit text check (length(unfit) between 1 and 600),
  written_by uuid not null references accounts.person,
  written_at timestamptz not null,
  unique (trip, place),
  unique (id, workspace),
  foreign key (trip, workspace) references travel.trip (id, workspace)
);
alter table travel.trip add foreign key (option) references travel.option;

-- A leg of an option, or, where it has none, of the itinerary. Local times are what people go by;
-- the instants beside them are what they come to by the rules of the day they were written.
create table travel.leg (
  id uuid primary key,
  trip uuid not null,
  workspace uuid not null,
  option uuid references travel.option on delete cascade,
  means text not null check (means in ('FLIGHT', 'TRAIN', 'HOTEL', 'CAR', 'OTHER')),
  from_code text not null check (from_code ~ '^([A-Z]{3})?$'),
  from_name text not null check (length(from_name) between 1 and 120),
  from_local timestamp not null,
  from_zone text not null,
  from_at timestamptz not null,
  to_code text not null check (to_code ~ '^([A-Z]{3})?$'),
  to_name text not null check (length(to_name) between 1 and 120),
  to_local timestamp not null,
  to_zone text not null,
  to_at timestamptz not null check (to_at >= from_at),
  carrier text not null check (length(carrier) <= 80),
  number text not null check (length(number) <= 20),
  cabin text check (cabin in ('ECONOMY', 'PREMIUM', 'BUSINESS', 'FIRST')),
  booking text not null check (length(booking) <= 20),
  seat text not null check (length(seat) <= 20),
  note text not null check (length(note) <= 500),
  km int not null check (km between 0 and 25000),
  version int not null check (version >= 1),
  written_by uuid not null references accounts.person,
  written_at timestamptz not null,
  foreign key (trip, workspace) references travel.trip (id, workspace)
);
create index leg_trip on travel.leg (trip, from_at);
create index leg_option on travel.leg (option) where option is not null;

-- Every step of a trip with what was said. Only added to.
create table travel.move (
  trip uuid not null,
  version int not null,
  workspace uuid not null,
  from_state text,
  to_state text not null,
  person uuid references accounts.person, -- null for its time
  words text check (length(words) between 1 and 2000),
  at timestamptz not null,
  primary key (trip, version),
  foreign key (trip, workspace) references travel.trip (id, workspace)
);
create trigger move_stays before update or delete on travel.move
  for each row execute function travel.never();

-- Documents, loyalty numbers and what somebody eats: sealed, and gone 30 days after the trip.
create table travel.papers (
  trip uuid primary key,
  workspace uuid not null,
  sealed bytea not null check (length(sealed) <= 20000),
  version int not null check (version >= 1),
  written_by uuid not null references accounts.person,
  written_at timestamptz not null,
  foreign key (trip, workspace) references travel.trip (id, workspace)
);

create function travel.refuse(why text, rule text) returns void language plpgsql as
$$ begin raise exception '%', why using errcode = 'check_violation', constraint = rule; end $$;

-- The steps of a trip, for whoever writes: who prepared a sheet chooses nothing from it and
-- authorises nothing of it, and what is over stays.
create function travel.trip_guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    perform travel.refuse('trip ' || old.id || ' stays', 'trip_stays');
  end if;
  if (new.id, new.workspace, new.key, new.made_by, new.made_at) is distinct from
      (old.id, old.workspace, old.key, old.made_by, old.made_at)
      or new.version <> old.version + 1
      or (old.state, new.state) not in (('REQUESTED', 'REQUESTED'), ('REQUESTED', 'RESEARCHING'),
        ('RESEARCHING', 'RESEARCHING'), ('RESEARCHING', 'OPTIONS_SENT'),
        ('OPTIONS_SENT', 'RESEARCHING'), ('OPTIONS_SENT', 'CHOSEN'),
        ('CHOSEN', 'RESEARCHING'), ('CHOSEN', 'AUTHORISED'),
        ('AUTHORISED', 'PRICE_CHANGED'), ('AUTHORISED', 'BOOKED'),
        ('PRICE_CHANGED', 'PRICE_CHANGED'), ('PRICE_CHANGED', 'OPTIONS_SENT'),
        ('BOOKED', 'BOOKED'), ('BOOKED', 'TRAVELLING'), ('BOOKED', 'CLOSED'),
        ('TRAVELLING', 'TRAVELLING'), ('TRAVELLING', 'CLOSED'))
      and not (new.state = 'CANCELLED' and old.state not in ('CLOSED', 'CANCELLED')) then
    perform travel.refuse('trip ' || old.id || ' has no such step: ' || old.state || ' to '
      || new.state, 'no_such_step');
  end if;
  if new.state = 'CHOSEN' and (new.chosen_by = new.sent_by
        or exists (select from travel.option o where o.id = new.option
          and o.written_by = new.chosen_by))
      or new.state = 'AUTHORISED' and (new.authorised_by = new.sent_by
        or exists (select from travel.option o where o.id = new.option
          and o.written_by = new.authorised_by)) then
    perform travel.refuse('who prepares does not decide', 'two_pairs_of_eyes');
  end if;
  if new.state = 'CHOSEN' and not exists (select from travel.option o
      where o.id = new.option and o.trip = new.id and o.total = new.total
        and o.currency = new.paid_in and o.valid_until > new.since) then
    perform travel.refuse('what is chosen is on the sheet as it stands', 'on_the_sheet');
  end if;
  return new;
end $$;
create trigger trip_guard before update or delete on travel.trip
  for each row execute function travel.trip_guard();

-- Options are written while they are looked for, and stay as they were sent.
create function travel.option_guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare now_in text;
begin
  if tg_table_name = 'leg' and to_jsonb(coalesce(new, old)) ->> 'option' is null then
    return coalesce(new, old);
  end if;
  select t.state into now_in from travel.trip t
    where t.id = coalesce(new.trip, old.trip) for share;
  if now_in not in ('RESEARCHING', 'PRICE_CHANGED') then
    perform travel.refuse('what was sent stays as it was', 'option_stays');
  end if;
  return coalesce(new, old);
end $$;
create trigger option_guard before insert or update or delete on travel.option
  for each row execute function travel.option_guard();
create trigger leg_guard before insert or update or delete on travel.leg
  for each row execute function travel.option_guard();

alter table travel.trip enable row level security;
alter table travel.option enable row level security;
alter table travel.leg enable row level security;
alter table travel.move enable row level security;
alter table travel.papers enable row level security;

create policy worked on travel.trip
  using ((select data.house()) or workspace in (select travel.worked()))
  with check ((select data.house()) or workspace in (select travel.worked())
    and (state not in ('CHOSEN', 'AUTHORISED') or workspace in (select travel.decided())));
create policy worked on travel.option
  using ((select data.house()) or workspace in (select travel.worked()));
create policy worked on travel.leg
  using ((select data.house()) or workspace in (select travel.worked()));
create policy seen on travel.move for select
  using ((select data.house()) or workspace in (select travel.worked()));
create policy written on travel.move for insert
  with check ((select data.house())
    or person = (select data.caller()) and workspace in (select travel.worked()));
create policy worked on travel.papers
  using ((select data.house()) or workspace in (select travel.worked()));

-- Who had sealed numbers shown; only added to.
create table travel.opening (
  id uuid primary key,
  trip uuid not null,
  workspace uuid not null,
  person uuid not null references accounts.person,
  at timestamptz not null,
  foreign key (trip, workspace) references travel.trip (id, workspace)
);
create index opening_trip on travel.opening (trip, at desc);
create trigger opening_stays before update or delete on travel.opening
  for each row execute function travel.never();
alter table travel.opening enable row level security;
create policy seen on travel.opening for select
  using ((select data.house()) or workspace in (select travel.worked()));
create policy written on travel.opening for insert
  with check (person = (select data.caller()) and workspace in (select travel.worked()));

-- A change of a booked leg that waits for the client. Without another leg in its place it is to go.
create table travel.change (
  id uuid primary key,
  trip uuid not null,
  workspace uuid not null,
  leg uuid not null,
  seen int not null, -- the version of the leg it was made from
  after jsonb,
  about text not null check (length(about) between 1 and 500),
  asked_by uuid not null references accounts.person,
  asked_at timestamptz not null,
  decided_by uuid references accounts.person,
  decided_at timestamptz,
  allowed boolean,
  foreign key (trip, workspace) references travel.trip (id, workspace),
  check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (allowed is null)),
  check (decided_by <> asked_by)
);
create unique index change_once on travel.change (leg) where decided_at is null;
create index change_trip on travel.change (trip) where decided_at is null;
alter table travel.change enable row level security;
create policy worked on travel.change
  using ((select data.house()) or workspace in (select travel.worked()))
  with check ((select data.house()) or workspace in (select travel.worked())
    and (decided_by is null
      or decided_by = (select data.caller()) and workspace in (select travel.decided())));

-- The event that a leg has in a calendar, so that it follows the leg.
create table travel.entry (
  leg uuid primary key,
  trip uuid not null,
  workspace uuid not null,
  calendar uuid not null,
  event uuid not null,
  person uuid not null references accounts.person, -- on whose behalf it was written
  version int not null,
  foreign key (trip, workspace) references travel.trip (id, workspace)
);
create index entry_trip on travel.entry (trip);
alter table travel.entry enable row level security;
create policy house on travel.entry using ((select data.house()));
