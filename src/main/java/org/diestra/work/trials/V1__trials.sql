-- A paid trial that a client asked of a bidder. What was signed stands in the contract.
create table trials.trial (
  id uuid primary key,
  job uuid not null references jobs.post,
  bid uuid not null references proposals.bid,
  organisation uuid not null references accounts.organisation,
  person uuid not null references accounts.person,
  offer uuid not null unique references contracts.offer,
  contract uuid unique references contracts.contract,
  task uuid unique references tasks.task,
  what text not null check (length(what) between 20 and 6000),
  criteria text[] not null check (cardinality(criteria) between 1 and 8),
  hours int not null check (hours between 1 and 5),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  price bigint not null check (price > 0),
  -- the end of its day on the later clock of the two, and that clock's zone
  due_at timestamptz not null,
  zone text not null,
  asked_at timestamptz not null,
  answer_by timestamptz not null,
  state text not null check (state in ('REQUESTED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED',
    'SUBMITTED', 'PAID', 'CANCELLED')),
  since timestamptz not null,
  version int not null check (version > 0),
  reason text check (length(reason) between 1 and 500),
  -- the client's, to the score
  note text check (length(note) between 1 and 500),
  scored_at timestamptz,
  check ((state = 'DECLINED') = (reason is not null)),
  check ((contract is null) = (task is null)),
  check ((state in ('ACCEPTED', 'SUBMITTED', 'PAID', 'CANCELLED')) = (contract is not null)),
  check (note is null or scored_at is not null)
);

-- One at a time for a bid.
create unique index trial_one on trials.trial (bid)
  where state in ('REQUESTED', 'ACCEPTED', 'SUBMITTED');
create index trial_by_bid on trials.trial (bid, asked_at desc);
create index trial_by_job on trials.trial (job, asked_at desc);
create index trial_by_client on trials.trial (organisation, asked_at desc);
create index trial_waiting on trials.trial (person) where state = 'REQUESTED';
create index trial_unscored on trials.trial (organisation)
  where state = 'PAID' and scored_at is null;

create table trials.score (
  trial uuid not null references trials.trial,
  area text not null check (area in
    ('ADMIN', 'BOOKKEEPING', 'SOCIAL', 'BLOG', 'TRAVEL', 'APPOINTMENTS', 'DATA_ENTRY', 'FILES')),
  points int not null check (points between 0 and 5),
  primary key (trial, area)
);

-- The clients for which the caller hires.
create function trials.hiring() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select organisation from accounts.membership
    where person = data.caller() and role in ('OWNER', 'MANAGER')
  $$;

alter table trials.trial enable row level security;
alter table trials.score enable row level security;

create policy sides on trials.trial for select
  using ((select data.house()) or person = (select data.caller())
    or organisation in (select trials.hiring()));
create policy asked on trials.trial for insert
  with check ((select data.house()) or organisation in (select trials.hiring()));
create policy moved on trials.trial for update
  using ((select data.house()) or person = (select data.caller())
    or organisation in (select trials.hiring()));
create policy sides on trials.score for select
  using ((select data.house()) or exists (select from trials.trial t where t.id = trial));
create policy scored on trials.score
  using ((select data.house()) or exists (select from trials.trial t where t.id = trial
    and t.organisation in (select trials.hiring())));
