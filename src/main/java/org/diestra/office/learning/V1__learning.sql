-- Who confirmed which version of a procedure, by its hash. Only added to.
create table learning.reading (
  procedure uuid not null references manuals.procedure,
  number int not null,
  person uuid not null references accounts.person,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  -- in which language the page around it stood
  locale text not null check (locale in ('es', 'en')),
  -- from which version the differences were shown; null where the whole was read
  from_number int,
  -- of the quiz, in percent; null where there was none
  score int check (score between 0 and 100),
  at timestamptz not null,
  primary key (procedure, number, person),
  foreign key (procedure, number) references manuals.version (procedure, number)
);
create index reading_person on learning.reading (person, procedure);

-- Each try at a quiz.
create table learning.attempt (
  procedure uuid not null,
  number int not null,
  person uuid not null references accounts.person,
  at timestamptz not null,
  score int not null check (score between 0 and 100),
  -- a talk came after it, and the tries begin anew
  settled boolean not null default false,
  foreign key (procedure, number) references manuals.version (procedure, number)
);
create index attempt_whose on learning.attempt (procedure, number, person);

create table learning.question (
  id uuid primary key,
  procedure uuid not null references manuals.procedure,
  -- the version it was asked on
  number int not null,
  step uuid not null,
  step_title text not null,
  asker uuid not null references accounts.person,
  text text not null check (length(text) between 1 and 2000),
  asked_at timestamptz not null,
  state text not null check (state in ('ASKED', 'ANSWERED', 'FOLDED_IN', 'NO_CHANGE')),
  answer text check (length(answer) between 1 and 4000),
  answered_by uuid references accounts.person,
  answered_at timestamptz,
  settled_by uuid references accounts.person,
  settled_at timestamptz,
  foreign key (procedure, number) references manuals.version (procedure, number),
  check ((state = 'ASKED') = (answered_at is null)),
  check ((answer is null) = (answered_at is null) and (answered_by is null) = (answered_at is null)),
  check ((state in ('FOLDED_IN', 'NO_CHANGE')) = (settled_at is not null))
);
create index question_procedure on learning.question (procedure, asked_at);
create index question_open on learning.question (procedure) where state = 'ASKED';

create function learning.never() returns trigger language plpgsql as
$$ begin raise exception '% is only added to', tg_table_name; end $$;
create trigger reading_stays before update or delete on learning.reading
  for each row execute function learning.never();

alter table learning.reading enable row level security;
alter table learning.attempt enable row level security;
alter table learning.question enable row level security;

-- What somebody has read is seen by that person and by those who keep the workspace.
create policy seen on learning.reading for select
  using ((select data.house()) or person = (select data.caller())
    or exists (select from manuals.procedure p
      where p.id = procedure and p.workspace in (select workspaces.kept())));
create policy own on learning.reading for insert
  with check ((select data.house()) or person = (select data.caller())
    and exists (select from manuals.procedure p where p.id = procedure));

create policy seen on learning.attempt for select
  using ((select data.house()) or person = (select data.caller())
    or exists (select from manuals.procedure p
      where p.id = procedure and p.workspace in (select workspaces.kept())));
create policy own on learning.attempt for insert
  with check ((select data.house()) or person = (select data.caller())
    and exists (select from manuals.procedure p where p.id = procedure));
create policy settled on learning.attempt for update
  using ((select data.house()) or exists (select from manuals.procedure p
    where p.id = procedure and p.workspace in (select workspaces.kept())));

-- Questions belong to everybody who reads the procedure; each asks in the own name.
create policy seen on learning.question for select
  using ((select data.house()) or exists (select from manuals.procedure p where p.id = procedure));
create policy asked on learning.question for insert
  with check ((select data.house()) or asker = (select data.caller())
    and exists (select from manuals.procedure p where p.id = procedure));
create policy answered on learning.question for update
  using ((select data.house()) or exists (select from manuals.procedure p
    where p.id = procedure and (p.workspace, p.area) in (
      select d.workspace, d.area from workspaces.doors() d where d.level = 'WORKING')));
