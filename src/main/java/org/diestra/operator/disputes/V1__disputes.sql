create table disputes.dispute (
  id uuid primary key,
  task uuid not null references tasks.task,
  -- the task's own, which stays once both have agreed
  title text not null check (length(title) between 1 and 120),
  contract uuid not null references contracts.contract,
  organisation uuid not null references accounts.organisation,
  assistant uuid not null references accounts.person,
  -- who opened it
  side text not null check (side in ('CLIENT', 'ASSISTANT')),
  person uuid not null references accounts.person,
  reason text not null check (reason in ('NOT_AS_AGREED', 'LATE', 'SILENCE', 'REFUSED_WRONGLY',
    'MORE_THAN_AGREED', 'OTHER')),
  -- criteria and steps of the manual, as they were called then
  cited text[] not null check (cardinality(cited) <= 30),
  -- whether the client pays directly, so that only a promise is kept apart
  promised boolean not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- what was left of the price
  stake bigint not null check (stake > 0),
  -- what the assistant is to get, as each side says; the opener's stands from the beginning
  client_figure bigint check (client_figure between 0 and stake),
  assistant_figure bigint check (assistant_figure between 0 and stake),
  stage text not null check (stage in ('OPENED', 'NEGOTIATING', 'MEDIATION', 'PROPOSED', 'DECIDING',
    'DECIDED', 'APPEALED', 'CLOSED')),
  -- the operator who has it in hand
  mediator uuid references accounts.person,
  -- what an operator proposed, or decided
  house_figure bigint check (house_figure between 0 and stake),
  -- who has accepted the proposal
  accepted text check (accepted in ('CLIENT', 'ASSISTANT')),
  ending text check (ending in ('AGREED', 'PROPOSAL', 'SILENCE', 'DECISION', 'APPEAL', 'MIDPOINT',
    'WITHDRAWN')),
  -- what the assistant got
  awarded bigint check (awarded between 0 and stake),
  -- when what happens if nobody does anything happens
  due_at timestamptz,
  opened_at timestamptz not null,
  since timestamptz not null,
  -- counts its moves
  version int not null check (version >= 1),
  check ((stage = 'CLOSED') = (ending is not null)),
  check ((stage = 'CLOSED') = (due_at is null)),
  check ((awarded is not null) = (ending is not null and ending <> 'WITHDRAWN')),
  check (stage not in ('PROPOSED', 'DECIDING', 'DECIDED', 'APPEALED') or house_figure is not null),
  check (accepted is null or stage = 'PROPOSED'),
  check (stage in ('OPENED', 'CLOSED')
    or client_figure is not null and assistant_figure is not null)
);
create unique index dispute_open on disputes.dispute (task) where stage <> 'CLOSED';
create index dispute_task on disputes.dispute (task, opened_at);
create index dispute_assistant on disputes.dispute (assistant) where stage <> 'CLOSED';
create index dispute_organisation on disputes.dispute (organisation) where stage <> 'CLOSED';
create index dispute_stage on disputes.dispute (stage, due_at) where stage <> 'CLOSED';

-- Each step with what was said. Only added to.
create table disputes.move (
  dispute uuid not null references disputes.dispute,
  version int not null,
  what text not null check (what ~ '^[A-Z_]{2,30}$'),
  -- null for the house
  side text check (side in ('CLIENT', 'ASSISTANT')),
  person uuid references accounts.person,
  -- whom the mediator asks
  asked text check (asked in ('CLIENT', 'ASSISTANT')),
  figure bigint check (figure >= 0),
  words text check (length(words) between 1 and 4000),
  at timestamptz not null,
  primary key (dispute, version)
);

-- What an operator decided, before a second one confirmed it where that is needed. Only the house
-- sees it.
create table disputes.decision (
  dispute uuid not null references disputes.dispute,
  number int not null,
  -- whether it decides an appeal
  appeal boolean not null,
  figure bigint not null check (figure >= 0),
  words text not null check (length(words) between 1 and 4000),
  decided_by uuid not null references accounts.person,
  decided_at timestamptz not null,
  confirmed_by uuid references accounts.person check (confirmed_by <> decided_by),
  confirmed_at timestamptz,
  primary key (dispute, number),
  check ((confirmed_by is null) = (confirmed_at is null))
);

-- How often the other side was told of the claim: three times, or silence says nothing.
create table disputes.notice (
  dispute uuid not null references disputes.dispute,
  number int not null check (number between 1 and 3),
  at timestamptz not null,
  primary key (dispute, number)
);

-- What stood in the contract, the manual and the task when it was opened: canonical JSON (RFC 8785).
create table disputes.evidence (
  dispute uuid primary key references disputes.dispute,
  json text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$')
);

create function disputes.never() returns trigger language plpgsql as
$$ begin raise exception '% is only added to', tg_table_name; end $$;
create trigger move_stays before update or delete on disputes.move
  for each row execute function disputes.never();
create trigger notice_stays before update or delete on disputes.notice
  for each row execute function disputes.never();
create trigger evidence_stays before update or delete on disputes.evidence
  for each row execute function disputes.never();

alter table disputes.dispute enable row level security;
alter table disputes.move enable row level security;
alter table disputes.decision enable row level security;
alter table disputes.notice enable row level security;
alter table disputes.evidence enable row level security;
-- Whoever sees the task sees its disputes; what happens to them the house writes.
create policy sides on disputes.dispute for select
  using ((select data.house()) or exists (select from tasks.task t where t.id = task));
create policy house on disputes.dispute using ((select data.house()));
create policy sides on disputes.move for select
  using ((select data.house()) or exists (select from disputes.dispute d where d.id = dispute));
create policy house on disputes.move using ((select data.house()));
create policy house on disputes.decision using ((select data.house()));
create policy house on disputes.notice using ((select data.house()));
create policy sides on disputes.evidence for select
  using ((select data.house()) or exists (select from disputes.dispute d where d.id = dispute));
create policy house on disputes.evidence using ((select data.house()));
