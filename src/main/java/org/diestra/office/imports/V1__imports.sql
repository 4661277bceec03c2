-- A file that is brought into a table.
create table imports.intake (
  id uuid primary key,
  workspace uuid not null references workspaces.workspace,
  sheet uuid not null references tables.sheet on delete cascade,
  person uuid not null references accounts.person,
  -- gone when it can't be taken back any more
  blob uuid,
  name text not null check (length(name) between 1 and 200),
  state text not null check (state in ('BROUGHT', 'CHECKING', 'CHECKED', 'RUNNING', 'DONE',
    'STOPPED', 'UNREADABLE', 'UNDOING', 'UNDONE')),
  -- how its numbers and dates are written
  decimal text not null check (decimal in (',', '.')),
  month_first boolean not null,
  -- whether its first row names its columns
  headed boolean not null,
  -- its first rows, and to which field each of its columns goes: 0 for none
  preview jsonb not null,
  mapping jsonb not null,
  -- rows that were tried out, and how many of them have a fault
  tried int not null default 0,
  faulty int not null default 0,
  -- rows that came in, and the line behind which it goes on
  done int not null default 0,
  line int not null default 0,
  -- rows that were taken back
  undone int not null default 0,
  -- why it can't be read
  fault text,
  made_at timestamptz not null,
  changed_at timestamptz not null
);
create index intake_list on imports.intake (sheet, made_at desc, id desc);
create index intake_age on imports.intake (changed_at);

-- What is wrong on which row; the first thousand are kept.
create table imports.fault (
  intake uuid not null references imports.intake on delete cascade,
  line int not null,
  field int not null,
  typed text not null check (length(typed) <= 200),
  key text not null,
  args jsonb not null,
  primary key (intake, line, field)
);

alter table imports.intake enable row level security;
alter table imports.fault enable row level security;

create policy worked on imports.intake
  using ((select data.house()) or workspace in (select tables.worked()));
create policy worked on imports.fault
  using ((select data.house()) or intake in (select i.id from imports.intake i));
