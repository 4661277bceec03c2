-- A job's life. What it says stands in its editions.
create table jobs.post (
  id uuid primary key,
  client uuid not null references accounts.organisation,
  author uuid not null references accounts.person,
  stage text not null check (stage in ('DRAFT', 'IN_REVIEW', 'OPEN', 'PAUSED', 'CLOSED')),
  edition integer not null check (edition >= 0),
  version integer not null check (version > 0),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  review_since timestamptz,
  opened_at timestamptz,
  expires_at timestamptz,
  renewals integer not null default 0 check (renewals >= 0),
  acted_at timestamptz,
  warnings integer not null default 0 check (warnings between 0 and 2),
  paused_at timestamptz,
  paused_by text check (paused_by in ('CLIENT', 'SILENCE', 'HOUSE')),
  closed_at timestamptz,
  ending text check (ending in ('FILLED', 'HIRED_ELSEWHERE', 'CANCELLED', 'NO_FIT', 'EXPIRED')),
  hidden text check (length(hidden) between 1 and 500),
  check ((stage = 'DRAFT') = (edition = 0)),
  check ((stage = 'IN_REVIEW') = (review_since is not null)),
  check ((stage in ('OPEN', 'PAUSED', 'CLOSED')) = (opened_at is not null)),
  check ((opened_at is null) = (expires_at is null) and (opened_at is null) = (acted_at is null)),
  check ((stage = 'PAUSED') = (paused_at is not null) and (paused_at is null) = (paused_by is null)),
  check ((stage = 'CLOSED') = (closed_at is not null) and (closed_at is null) = (ending is null))
);

create index post_by_client on jobs.post (client, changed_at desc, id desc);
create index post_newest on jobs.post (opened_at desc, id desc) where stage = 'OPEN' and hidden is null;
create index post_watched on jobs.post (changed_at, id) where stage = 'IN_REVIEW' or paused_by = 'HOUSE' or hidden is not null;

-- Number 0 is the copy that is being worked on; 1 and up were published, the highest is in force.
create table jobs.edition (
  post uuid not null references jobs.post on delete cascade,
  number integer not null check (number >= 0),
  made_at timestamptz not null,
  made_by uuid not null references accounts.person,
  title text not null check (length(title) <= 120),
  about text not null check (length(about) <= 3000),
  areas text[] not null
    check (areas <@ array['ADMIN', 'BOOKKEEPING', 'SOCIAL', 'BLOG', 'TRAVEL', 'APPOINTMENTS', 'DATA_ENTRY', 'FILES']),
  answers jsonb not null,
  hourly bigint check (hourly > 0),
  per_task bigint check (per_task > 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  hours_week integer check (hours_week between 0 and 80),
  tasks integer check (tasks between 0 and 10000),
  rhythm text check (rhythm in ('ONCE', 'WEEK', 'MONTH')),
  span text check (span in ('MONTH', 'QUARTER', 'HALF_YEAR', 'ONGOING')),
  languages text[] not null,
  overlap integer check (overlap between 0 and 60),
  week text check (week ~ '^[01]{168}$'),
  zone text,
  start_on date,
  questions text[] not null,
  instructions text not null check (length(instructions) <= 30000),
  manual text check (manual in ('READY', 'IN_PROGRESS', 'WAIVED')),
  primary key (post, number),
  check ((currency is null) = (hourly is null and per_task is null)),
  check ((week is null) = (zone is null) and (week is null) = (coalesce(overlap, 0) = 0)),
  check (number = 0 or (title <> '' and cardinality(areas) > 0 and currency is not null
    and hours_week is not null and tasks is not null and rhythm is not null and span is not null
    and cardinality(languages) > 0 and overlap is not null and manual is not null))
);
