-- An entry that comes again.
create table recurring.template (
  id uuid primary key,
  workspace uuid not null references books.book,
  -- of the form that made it: sent twice it makes one
  key uuid not null,
  text text not null check (length(text) between 1 and 200),
  -- every so many months, on that day of them, or on their last where they have no such day
  months int not null check (months between 1 and 12),
  day int not null check (day between 1 and 31),
  until date,
  state text not null check (state in ('ACTIVE', 'PAUSED', 'ENDED')),
  -- for which day it is proposed next; null once it has ended
  next_on date,
  -- why the house paused it: the message that was answered; null where a person did
  why text check (length(why) <= 200),
  version int not null check (version >= 1),
  made_by uuid not null references accounts.person,
  made_at timestamptz not null,
  unique (workspace, key),
  unique (id, workspace),
  check ((state = 'ENDED') = (next_on is null)),
  check (state = 'PAUSED' or why is null)
);
create index template_next on recurring.template (workspace, next_on);

create table recurring.line (
  template uuid not null,
  place smallint not null check (place between 1 and 200),
  workspace uuid not null,
  account uuid not null,
  amount bigint not null check (amount <> 0),
  note text not null check (length(note) <= 200),
  primary key (template, place),
  foreign key (template, workspace) references recurring.template (id, workspace),
  foreign key (workspace, account) references books.account (workspace, id)
);

-- For which days it was proposed: once each, whatever becomes of the entry.
create table recurring.turn (
  template uuid not null,
  day date not null,
  workspace uuid not null,
  entry uuid references bookkeeping.entry on delete set null,
  at timestamptz not null,
  primary key (template, day),
  foreign key (template, workspace) references recurring.template (id, workspace)
);

create function recurring.line_stays() returns trigger language plpgsql as
$$ begin raise exception 'lines stay' using errcode = 'check_violation', constraint = 'lines_stay'; end $$;
create trigger line_stays before update or delete on recurring.line
  for each row execute function recurring.line_stays();
revoke delete on recurring.turn from diestra_app;

alter table recurring.template enable row level security;
alter table recurring.line enable row level security;
alter table recurring.turn enable row level security;
create policy worked on recurring.template
  using ((select data.house()) or workspace in (select books.worked()));
create policy worked on recurring.line
  using ((select data.house()) or workspace in (select books.worked()));
create policy worked on recurring.turn
  using ((select data.house()) or workspace in (select books.worked()));
