-- Hours that a retainer buys each month, and the most of them that roll on into the next.
alter table "time".plan add column retainer_minutes int check (retainer_minutes > 0);
alter table "time".plan add column rollover_minutes int
  check (rollover_minutes between 0 and retainer_minutes);
-- Where work began before there were bags, the first one begins then; null: with the work.
alter table "time".plan add column bags_from date;
alter table "time".plan add constraint plan_retainer
  check ((retainer_minutes is null) = (rollover_minutes is null));
update "time".plan p set
  retainer_minutes = (v.paper::jsonb #>> '{terms,pay,retainer,hours}')::int * 60,
  rollover_minutes = (v.paper::jsonb #>> '{terms,pay,retainer,rollover}')::int * 60
from contracts.contract c
join contracts.version v on v.offer = c.offer and v.version = c.version
where c.id = p.contract and v.paper::jsonb #> '{terms,pay,retainer}' is not null;
update "time".plan p set bags_from = date_trunc('week', now() at time zone 'UTC')::date + 7
from engagements.engagement e
where e.contract = p.contract and e.started_at is not null and p.retainer_minutes is not null;

-- A month of a contract with a retainer: its hours, and what of them was used.
create table "time".bag (
  contract uuid not null references "time".plan,
  number int not null check (number >= 1),
  -- its first day, and the first that is not part of it any more; in UTC
  begins date not null,
  ends date not null,
  -- from which its months are counted
  anchor date not null,
  -- the Monday of the first week that draws from it
  first_week date not null check (extract(isodow from first_week) = 1),
  minutes int not null check (minutes > 0),
  rollover int not null check (rollover between 0 and minutes),
  rolled_in int not null check (rolled_in >= 0),
  -- of its own, and of what came from the one before
  used int not null check (used between 0 and minutes),
  used_rolled int not null check (used_rolled between 0 and rolled_in),
  -- what rolls on, once its last week is closed
  rolled_on int check (rolled_on between 0 and rollover),
  closed_at timestamptz,
  primary key (contract, number),
  unique (contract, first_week),
  check (ends > begins and anchor <= begins),
  check ((rolled_on is null) = (closed_at is null)),
  check (used + coalesce(rolled_on, 0) <= minutes)
);
create index bag_open on "time".bag (ends) where closed_at is null;

-- What a closed week drew.
create table "time".draw (
  contract uuid not null,
  week date not null check (extract(isodow from week) = 1),
  number int not null,
  -- what the bag had left for it
  room int not null check (room >= 0),
  accepted int not null check (accepted >= 0),
  -- of the accepted minutes, what came out of the bag
  rolled int not null check (rolled >= 0),
  own int not null check (own >= 0),
  -- in dispute at its close
  withheld int not null check (withheld >= 0),
  -- of those, what the bag took after all; null as long as nobody gave way
  settled int check (settled between 0 and withheld),
  settled_by uuid references accounts.person,
  settled_at timestamptz,
  closed_at timestamptz not null,
  primary key (contract, week),
  foreign key (contract, number) references "time".bag,
  check (rolled + own <= least(room, accepted)),
  check ((settled is null) = (settled_at is null))
);
create index draw_bag on "time".draw (contract, number, week);

alter table "time".bag enable row level security;
alter table "time".draw enable row level security;
-- Both sides read it; the house alone writes.
create policy sides on "time".bag for select
  using ((select data.house())
    or exists (select from engagements.engagement e where e.contract = bag.contract));
create policy added on "time".bag for insert with check ((select data.house()));
create policy moved on "time".bag for update using ((select data.house()));
create policy sides on "time".draw for select
  using ((select data.house())
    or exists (select from engagements.engagement e where e.contract = draw.contract));
create policy added on "time".draw for insert with check ((select data.house()));
create policy moved on "time".draw for update using ((select data.house()));
