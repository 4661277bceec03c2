create table engagements.engagement (
  contract uuid primary key references contracts.contract,
  workspace uuid not null references workspaces.workspace,
  organisation uuid not null references accounts.organisation,
  assistant uuid not null references accounts.person,
  title text not null,
  duties text[] not null,
  needs_manual boolean not null,
  notice_days int not null check (notice_days between 0 and 90),
  stage text not null check (stage in ('AWAITING_FUNDS', 'ACTIVE', 'PAUSED', 'ENDING', 'ENDED')),
  version int not null check (version >= 1),
  since timestamptz not null,
  started_at timestamptz,
  -- who brought it to this stage, where that matters
  by_side text check (by_side in ('CLIENT', 'ASSISTANT')),
  ends_at timestamptz,
  ended text check (ended in ('CANCELLED', 'NOTICE', 'SAFETY')),
  check ((stage = 'ENDING') = (ends_at is not null)),
  check ((stage = 'ENDED') = (ended is not null)),
  check (stage in ('AWAITING_FUNDS', 'ACTIVE') or by_side is not null),
  check (stage in ('AWAITING_FUNDS', 'ENDED') or started_at is not null)
);
create index engagement_workspace on engagements.engagement (workspace);
create index engagement_assistant on engagements.engagement (assistant);

-- Every move with what was said. Only added to.
create table engagements.move (
  contract uuid not null references engagements.engagement,
  version int not null,
  from_stage text,
  to_stage text not null,
  side text check (side in ('CLIENT', 'ASSISTANT')),
  person uuid references accounts.person,
  words text check (length(words) between 1 and 2000),
  at timestamptz not null,
  primary key (contract, version)
);

create function engagements.never() returns trigger language plpgsql as
$$ begin raise exception '% is only added to', tg_table_name; end $$;
create trigger move_stays before update or delete on engagements.move
  for each row execute function engagements.never();

-- Contracts that were signed before there was this module.
insert into workspaces.workspace (id, organisation, opened_at)
  select gen_random_uuid(), organisation, min(signed_at) from contracts.contract
  group by organisation on conflict do nothing;
insert into engagements.engagement (contract, workspace, organisation, assistant, title, duties,
    needs_manual, notice_days, stage, version, since)
  select c.id, w.id, c.organisation, c.assistant, c.title,
    (select array_agg(upper(replace(d, '-', '_')))
      from jsonb_array_elements_text(v.paper::jsonb #> '{terms,duties}') d),
    v.paper::jsonb #>> '{terms,manual}' = 'ACKNOWLEDGED',
    (v.paper::jsonb #>> '{terms,noticeDays}')::int, 'AWAITING_FUNDS', 1, c.signed_at
  from contracts.contract c
  join contracts.version v on v.offer = c.offer and v.version = c.version
  join workspaces.workspace w on w.organisation = c.organisation;
insert into engagements.move (contract, version, to_stage, at)
  select contract, 1, 'AWAITING_FUNDS', since from engagements.engagement;
insert into workspaces.access (id, workspace, person, area, level, contract, given_by, since)
  select gen_random_uuid(), e.workspace, e.assistant, d, 'READING', e.contract, e.assistant, e.since
  from engagements.engagement e cross join unnest(e.duties) d;

alter table engagements.engagement enable row level security;
alter table engagements.move enable row level security;

-- Both sides see it; of the client's, whoever sees its contracts. Either side moves it.
create policy sides on engagements.engagement for select
  using ((select data.house()) or assistant = (select data.caller())
    or workspace in (select workspaces.dealing()));
create policy begun on engagements.engagement for insert with check ((select data.house()));
create policy moved on engagements.engagement for update
  using ((select data.house()) or assistant = (select data.caller())
    or workspace in (select workspaces.kept()));

create policy sides on engagements.move for select
  using ((select data.house()) or exists (
    select from engagements.engagement e where e.contract = move.contract));
create policy own on engagements.move for insert
  with check ((select data.house()) or person = (select data.caller()) and exists (
    select from engagements.engagement e where e.contract = move.contract));
