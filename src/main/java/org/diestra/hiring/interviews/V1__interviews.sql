create table interviews.interview (
  id uuid primary key,
  bid uuid not null references proposals.bid,
  job uuid not null references jobs.post,
  organisation uuid not null references accounts.organisation,
  assistant uuid not null references accounts.person,
  host uuid not null references accounts.person,
  state text not null check (state in
    ('PROPOSED', 'SCHEDULED', 'LIVE', 'DONE', 'EXPIRED', 'CANCELLED', 'NO_SHOW')),
  since timestamptz not null,
  version int not null check (version > 0),
  -- while times are proposed: whose answer is due, until when, and the times
  turn text check (turn in ('CLIENT', 'ASSISTANT')),
  until timestamptz,
  starts timestamptz[] check (cardinality(starts) between 2 and 5),
  -- once a time is agreed
  start_at timestamptz,
  minutes int not null check (minutes in (15, 30, 45, 60, 90)),
  -- who called it off, or who did not come
  by_side text check (by_side in ('CLIENT', 'ASSISTANT', 'BOTH')),
  late boolean not null default false,
  created_at timestamptz not null,
  check ((state = 'PROPOSED') = (turn is not null)),
  check ((state = 'PROPOSED') = (until is not null)),
  check ((state = 'PROPOSED') = (starts is not null)),
  check ((state in ('SCHEDULED', 'LIVE', 'DONE', 'NO_SHOW')) = (start_at is not null)),
  check (by_side is null or state in ('CANCELLED', 'NO_SHOW')),
  check (state <> 'NO_SHOW' or by_side is not null)
);

-- Two meetings about one bid at the same time must never be.
create unique index interview_one_open on interviews.interview (bid)
  where state in ('PROPOSED', 'SCHEDULED', 'LIVE');
create index interview_by_assistant on interviews.interview (assistant, since desc);
create index interview_by_organisation on interviews.interview (organisation, since desc);
create index interview_by_job on interviews.interview (job);

-- Everything that happened to it. Only added to.
create table interviews.move (
  interview uuid not null references interviews.interview,
  version int not null check (version > 0),
  kind text not null check (kind in ('PROPOSE', 'COUNTER', 'AGREE', 'RESCHEDULE', 'CANCEL',
    'EXPIRE', 'BEGIN', 'MISS', 'FINISH')),
  side text check (side in ('CLIENT', 'ASSISTANT')),
  person uuid references accounts.person,
  late boolean not null default false,
  words text not null default '' check (length(words) <= 1000),
  at timestamptz not null,
  primary key (interview, version)
);
revoke update, delete, truncate on interviews.move from diestra_app;
