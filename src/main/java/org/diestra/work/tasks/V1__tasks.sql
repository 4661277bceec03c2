create table tasks.task (
  id uuid primary key,
  contract uuid not null references engagements.engagement,
  -- within its contract
  number int not null check (number >= 1),
  workspace uuid not null references workspaces.workspace,
  organisation uuid not null references accounts.organisation,
  assistant uuid not null references accounts.person,
  title text not null check (length(title) between 1 and 120),
  brief text not null check (length(brief) <= 10000),
  procedure uuid references manuals.procedure,
  pinned int,
  agreed_at timestamptz,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  price bigint check (price >= 0),
  released bigint check (released between 0 and price),
  hours int check (hours between 1 and 400),
  due_at timestamptz,
  due_zone text,
  rounds int not null check (rounds between 0 and 50),
  rounds_used int not null check (rounds_used >= 0),
  deliveries int not null check (deliveries >= 0),
  stage text not null check (stage in ('PROPOSED', 'AGREED', 'FUNDED', 'IN_PROGRESS', 'DELIVERED',
    'CHANGES_REQUESTED', 'APPROVED', 'AUTO_APPROVED', 'PAID', 'DISPUTED', 'CANCELLED')),
  version int not null check (version >= 1),
  since timestamptz not null,
  -- who proposed it, or who called it off; null there where the contract ended
  by_side text check (by_side in ('CLIENT', 'ASSISTANT')),
  -- when silence approves it
  closes_at timestamptz,
  -- how it comes again, from when the first was agreed to be due
  repeat_kind text check (repeat_kind in ('DAILY', 'WORKDAYS', 'WEEKLY', 'MONTHLY_DAY',
    'MONTHLY_WEEKDAY', 'YEARLY')),
  repeat_every int check (repeat_every between 1 and 12),
  repeat_until date,
  begins_at timestamptz,
  begins_zone text,
  -- the first of the series it came of
  series uuid references tasks.task,
  -- the hand-over at the end of a contract: there is one
  hand_over boolean not null default false,
  unique (contract, number),
  check (price is null or hours is null),
  check ((price is null) = (released is null)),
  check ((due_at is null) = (due_zone is null)),
  check ((repeat_kind is null) = (repeat_every is null)
    and (repeat_kind is null) = (begins_at is null) and (begins_at is null) = (begins_zone is null)),
  check (repeat_kind is null or due_at is not null and series is null),
  check (pinned is null or procedure is not null),
  check ((stage = 'DELIVERED') = (closes_at is not null)),
  check (stage <> 'PROPOSED' or by_side is not null),
  check (stage not in ('DELIVERED', 'CHANGES_REQUESTED', 'APPROVED', 'AUTO_APPROVED')
    or deliveries >= 1),
  foreign key (procedure, pinned) references manuals.version (procedure, number)
);
create unique index task_hand_over on tasks.task (contract) where hand_over;
create index task_contract on tasks.task (contract, due_at, number);
create index task_assistant on tasks.task (assistant, due_at)
  where stage not in ('APPROVED', 'AUTO_APPROVED', 'PAID', 'CANCELLED');
create index task_organisation on tasks.task (organisation, stage)
  where stage in ('PROPOSED', 'DELIVERED');
create index task_approved on tasks.task (organisation)
  where stage in ('APPROVED', 'AUTO_APPROVED', 'PAID');
create index task_procedure on tasks.task (procedure);

-- A task that comes again, from when both agreed to it. Each time counts anew from the first.
create table tasks.series (
  first uuid primary key references tasks.task,
  -- when the newest one is due
  due_at timestamptz not null,
  price bigint check (price >= 0),
  hours int check (hours between 1 and 200),
  ended_at timestamptz,
  ended_by uuid references accounts.person
);

create table tasks.criterion (
  task uuid not null references tasks.task on delete cascade,
  id uuid not null,
  place int not null,
  text text not null check (length(text) between 1 and 300),
  primary key (task, id),
  unique (task, place)
);

-- Every move with what was said. Only added to.
create table tasks.move (
  task uuid not null references tasks.task,
  version int not null,
  from_stage text,
  to_stage text not null,
  side text check (side in ('CLIENT', 'ASSISTANT')),
  person uuid references accounts.person,
  words text check (length(words) between 1 and 5000),
  -- of its price, what this move released
  released bigint check (released >= 0),
  -- for a request of changes: whether it uses an included round
  counts boolean,
  at timestamptz not null,
  primary key (task, version)
);

create index move_at on tasks.move (person, at);

-- What a request of changes is about: each cites what was agreed. Only added to.
create table tasks.remark (
  task uuid not null,
  version int not null,
  place int not null,
  criterion uuid,
  step uuid,
  -- what is cited, as it was called then
  cited text not null check (length(cited) between 1 and 300),
  words text not null check (length(words) between 1 and 2000),
  primary key (task, version, place),
  foreign key (task, version) references tasks.move,
  foreign key (task, criterion) references tasks.criterion (task, id),
  check ((criterion is null) <> (step is null))
);

-- What was delivered with a move. Only added to.
create table tasks.delivery (
  task uuid not null,
  version int not null,
  round int not null,
  links text[] not null check (cardinality(links) <= 10),
  files uuid[] not null check (cardinality(files) <= 20),
  primary key (task, version),
  unique (task, round),
  foreign key (task, version) references tasks.move
);

create table tasks.tick (
  task uuid not null references tasks.task,
  item text not null check (length(item) between 1 and 60),
  person uuid not null references accounts.person,
  at timestamptz not null,
  primary key (task, item)
);
create index tick_at on tasks.tick (person, at);

-- What one side would like to change of an agreed task, until the other answers: more to do, or to
-- end it for a part of its price.
create table tasks.bargain (
  id uuid primary key,
  task uuid not null references tasks.task,
  kind text not null check (kind in ('EXTRA', 'SETTLEMENT')),
  side text not null check (side in ('CLIENT', 'ASSISTANT')),
  person uuid not null references accounts.person,
  words text not null check (length(words) between 1 and 2000),
  -- minor units of the task's currency: what it costs more, or what is paid of what is left
  amount bigint check (amount >= 0),
  hours int check (hours between 1 and 200),
  due_at timestamptz,
  due_zone text,
  rounds int not null default 0 check (rounds between 0 and 5),
  at timestamptz not null,
  answer text check (answer in ('ACCEPTED', 'DECLINED', 'WITHDRAWN')),
  answered_by uuid references accounts.person,
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null)),
  check ((due_at is null) = (due_zone is null))
);
create unique index bargain_open on tasks.bargain (task) where answer is null;
create index bargain_task on tasks.bargain (task, at);

create function tasks.never() returns trigger language plpgsql as
$$ begin raise exception '% is only added to', tg_table_name; end $$;
create trigger move_stays before update or delete on tasks.move
  for each row execute function tasks.never();
create trigger remark_stays before update or delete on tasks.remark
  for each row execute function tasks.never();
create trigger delivery_stays before update or delete on tasks.delivery
  for each row execute function tasks.never();

-- The clients for which the caller decides on work.
create function tasks.approving() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select w.id from accounts.membership m
    join workspaces.workspace w on w.organisation = m.organisation
    where m.person = data.caller() and m.role in ('OWNER', 'MANAGER', 'APPROVER')
  $$;

alter table tasks.task enable row level security;
alter table tasks.series enable row level security;
alter table tasks.criterion enable row level security;
alter table tasks.move enable row level security;
alter table tasks.remark enable row level security;
alter table tasks.delivery enable row level security;
alter table tasks.tick enable row level security;
alter table tasks.bargain enable row level security;

-- Both sides see it; of the client's, whoever sees its contracts. Whoever decides for either side
-- moves it.
create policy sides on tasks.task for select
  using ((select data.house()) or assistant = (select data.caller())
    or workspace in (select workspaces.dealing()));
create policy begun on tasks.task for insert
  with check ((select data.house()) or assistant = (select data.caller())
    or workspace in (select tasks.approving()));
create policy moved on tasks.task for update
  using ((select data.house()) or assistant = (select data.caller())
    or workspace in (select tasks.approving()));

create policy sides on tasks.series
  using ((select data.house()) or exists (select from tasks.task t where t.id = first));
create policy sides on tasks.criterion
  using ((select data.house()) or exists (select from tasks.task t where t.id = task));
create policy sides on tasks.move for select
  using ((select data.house()) or exists (select from tasks.task t where t.id = task));
create policy own on tasks.move for insert
  with check ((select data.house()) or person = (select data.caller())
    and exists (select from tasks.task t where t.id = task));
create policy sides on tasks.remark
  using ((select data.house()) or exists (select from tasks.task t where t.id = task));
create policy sides on tasks.delivery
  using ((select data.house()) or exists (select from tasks.task t where t.id = task));
create policy sides on tasks.tick
  using ((select data.house()) or exists (select from tasks.task t where t.id = task));
create policy sides on tasks.bargain
  using ((select data.house()) or exists (select from tasks.task t where t.id = task));
