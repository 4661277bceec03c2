-- Records that are keyed in for a table by certain people, until they are rows of it.
create table dataentry.batch (
  id uuid primary key,
  workspace uuid not null references workspaces.workspace,
  sheet uuid not null references tables.sheet,
  name text not null check (length(name) between 1 and 80),
  -- which records are keyed in twice: none, each, or that many of a hundred
  doubled int not null check (doubled between 0 and 100),
  -- letters by which free text may differ
  tolerance int not null check (tolerance between 0 and 10),
  -- hundredths of a per cent of fields that may be wrong in the end
  agreed int not null check (agreed between 0 and 10000),
  first uuid not null references accounts.person,
  second uuid references accounts.person,
  judge uuid not null references accounts.person,
  state text not null check (state in ('KEYING', 'CHECKING', 'PASSED', 'ACCEPTED')),
  -- how often its failing fields were keyed in anew, and which they are; empty for all
  round int not null default 1,
  only_fields int[] not null default '{}',
  opened_by uuid not null references accounts.person,
  opened_at timestamptz not null,
  accepted_by uuid references accounts.person,
  accepted_at timestamptz,
  check ((doubled = 0) = (second is null)),
  check (second <> first),
  check (judge <> first and (second is null or judge <> second)),
  check ((state = 'ACCEPTED') = (accepted_at is not null))
);
create index batch_list on dataentry.batch (workspace, opened_at desc, id desc);

create table dataentry.source (
  id uuid primary key,
  batch uuid not null references dataentry.batch on delete cascade,
  workspace uuid not null,
  blob uuid not null,
  name text not null
);
create index source_batch on dataentry.source (batch);

create table dataentry.record (
  id uuid primary key,
  batch uuid not null references dataentry.batch on delete cascade,
  workspace uuid not null,
  place int not null,
  source uuid references dataentry.source,
  doubled boolean not null,
  state text not null check (state in ('UNASSIGNED', 'A_DONE', 'B_DONE', 'MATCH', 'MISMATCH',
    'RESOLVED', 'LOCKED')),
  -- since when the judge has seen its source: the values come after it
  seen_at timestamptz,
  -- whether it is in the sample that is looked through, and since when it was
  sampled boolean not null default false,
  checked_at timestamptz,
  -- the row it has become
  row uuid,
  unique (batch, place)
);
create index record_state on dataentry.record (batch, state, place);

-- What one person keyed in: nobody else sees it before both are compared.
create table dataentry.keyed (
  record uuid not null references dataentry.record on delete cascade,
  hand text not null check (hand in ('A', 'B')),
  person uuid not null references accounts.person,
  -- as it was typed, and in the form that is kept
  raw jsonb not null,
  cells jsonb not null,
  millis int not null check (millis between 0 and 3600000),
  keyed_at timestamptz not null,
  primary key (record, hand)
);
create index keyed_last on dataentry.keyed (person, keyed_at desc);

-- What holds in the end.
create table dataentry.settled (
  record uuid primary key references dataentry.record on delete cascade,
  cells jsonb not null,
  settled_by uuid references accounts.person,
  settled_at timestamptz not null
);

-- A value that was found to be wrong, by whom it was keyed in, or in the sample of what held.
create table dataentry.flaw (
  record uuid not null references dataentry.record on delete cascade,
  field int not null,
  hand text not null check (hand in ('A', 'B', 'SAMPLE')),
  round int not null,
  primary key (record, field, hand, round)
);

alter table dataentry.batch enable row level security;
alter table dataentry.source enable row level security;
alter table dataentry.record enable row level security;
alter table dataentry.keyed enable row level security;
alter table dataentry.settled enable row level security;
alter table dataentry.flaw enable row level security;

create policy worked on dataentry.batch
  using ((select data.house()) or workspace in (select tables.worked()));
create policy worked on dataentry.source
  using ((select data.house()) or workspace in (select tables.worked()));
create policy worked on dataentry.record
  using ((select data.house()) or workspace in (select tables.worked()));
-- One's own values; those of both only to the judge, once the source was seen and both are in.
create policy blind on dataentry.keyed for select
  using ((select data.house()) or person = (select data.caller())
    or exists (select from dataentry.record r join dataentry.batch b on b.id = r.batch
      where r.id = record and b.judge = (select data.caller()) and r.seen_at is not null
        and r.state in ('MISMATCH', 'RESOLVED')));
create policy own on dataentry.keyed for insert
  with check ((select data.house()) or person = (select data.caller()));
create policy renewed on dataentry.keyed for delete using ((select data.house()));
create policy judged on dataentry.settled
  using ((select data.house())
    or exists (select from dataentry.record r join dataentry.batch b on b.id = r.batch
      where r.id = record and b.judge = (select data.caller())));
create policy kept on dataentry.flaw using ((select data.house()));
