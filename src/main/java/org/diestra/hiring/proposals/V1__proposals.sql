-- One row for each job that somebody bids on: what its client has opened and chosen to see. Every
-- move of the job's bids locks it first, so that places are given out one after the other.
create table proposals.round (
  job uuid primary key references jobs.post,
  batches int not null default 1 check (batches between 1 and 1000),
  blind boolean not null default false
);

create table proposals.bid (
  id uuid primary key,
  job uuid not null references proposals.round,
  organisation uuid not null references accounts.organisation,
  person uuid not null references accounts.person,
  number int check (number > 0),
  state text not null check (state in ('DRAFT', 'WAITLISTED', 'SUBMITTED', 'SHORTLISTED',
    'INTERVIEWING', 'OFFERED', 'STALE', 'WON', 'WITHDRAWN', 'DECLINED', 'LOST', 'EXPIRED')),
  since timestamptz not null,
  until timestamptz,
  reason text check (reason in ('PRICE', 'EXPERIENCE', 'LANGUAGE', 'HOURS', 'START', 'ANSWERS',
    'SAMPLES', 'ANOTHER_CHOSEN', 'OTHER')),
  before_state text check (before_state in
    ('WAITLISTED', 'SUBMITTED', 'SHORTLISTED', 'INTERVIEWING')),
  edition int not null default 0 check (edition >= 0),
  version int not null default 0 check (version >= 0),
  sent_at timestamptz,
  decide_by timestamptz,
  answered_at timestamptz,
  missed_at timestamptz,
  typed jsonb,
  created_at timestamptz not null,
  -- A person has one bid for a job, whatever becomes of it; so there is never a second live one.
  unique (job, person),
  unique (job, number),
  check ((state = 'STALE') = (until is not null)),
  check ((state = 'DECLINED') = (reason is not null)),
  check ((state in ('STALE', 'OFFERED', 'DECLINED')) = (before_state is not null)),
  check (state = 'DRAFT' or (version > 0 and number is not null and sent_at is not null)),
  check (state <> 'DRAFT' or version = 0)
);

create index bid_by_person on proposals.bid (person, since desc);
create index bid_by_organisation on proposals.bid (organisation, state);
create index bid_queue on proposals.bid (job, sent_at, id) where state = 'WAITLISTED';
-- Two contracts on the table for one job must never be.
create unique index bid_one_offer on proposals.bid (job) where state in ('OFFERED', 'WON');

-- What a bid said each time it was sent or changed. Only added to.
create table proposals.version (
  bid uuid not null references proposals.bid,
  version int not null check (version > 0),
  at timestamptz not null,
  key text not null check (length(key) between 1 and 100),
  edition int not null,
  unit text not null check (unit in ('TASK', 'HOUR')),
  price_minor bigint not null check (price_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  quantity numeric(8, 2) not null check (quantity > 0),
  hours numeric(7, 2) check (hours > 0),
  start_on date not null,
  week text not null check (week ~ '^[01]{168}$'),
  zone text not null,
  worker text not null check (length(worker) between 1 and 120),
  letter text not null,
  answers jsonb not null,
  samples uuid[] not null,
  files uuid[] not null,
  primary key (bid, version),
  unique (bid, key),
  check ((unit = 'TASK') = (hours is not null))
);
revoke update, delete, truncate on proposals.version from diestra_app;

-- A member's own words about a bid; no other member and no bidder reads them.
create table proposals.note (
  bid uuid not null references proposals.bid,
  member uuid not null references accounts.person,
  text text not null check (length(text) between 1 and 4000),
  at timestamptz not null,
  primary key (bid, member)
);
