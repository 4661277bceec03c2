-- Where mail reaches a workspace: one address at a time, which its keepers can change.
create table mailroom.box (
  workspace uuid primary key references workspaces.workspace,
  -- what the address is made of
  id uuid not null unique,
  made_at timestamptz not null,
  -- how many mails came on that day
  came_on date,
  came int not null default 0 check (came >= 0)
);

create table mailroom.message (
  id uuid primary key,
  workspace uuid not null references mailroom.box,
  -- of the mail, so that one that is brought again is taken once
  key text not null check (length(key) between 1 and 200),
  sender text not null check (length(sender) between 1 and 254),
  subject text not null check (length(subject) <= 200),
  body text not null check (length(body) <= 20000),
  -- how many of its files could not be kept
  dropped int not null default 0 check (dropped >= 0),
  state text not null default 'OPEN' check (state in ('OPEN', 'DONE')),
  -- whoever takes care of it, or null
  taker uuid references accounts.person,
  note text not null default '' check (length(note) <= 2000),
  version int not null default 1 check (version >= 1),
  came_at timestamptz not null,
  changed_by uuid references accounts.person,
  changed_at timestamptz,
  unique (workspace, key)
);
create index message_list on mailroom.message (workspace, state, came_at desc, id desc);

create table mailroom.file (
  message uuid not null references mailroom.message on delete cascade,
  place smallint not null check (place between 1 and 10),
  blob uuid not null,
  primary key (message, place)
);

-- The workspaces whose mail the caller takes care of. Every policy here asks it, once a statement.
create function mailroom.working() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select d.workspace from workspaces.doors() d where d.area = 'ADMIN' and d.level = 'WORKING'
  $$;

alter table mailroom.box enable row level security;
alter table mailroom.message enable row level security;
alter table mailroom.file enable row level security;
create policy worked on mailroom.box
  using ((select data.house()) or workspace in (select mailroom.working()));
create policy worked on mailroom.message
  using ((select data.house()) or workspace in (select mailroom.working()));
create policy worked on mailroom.file
  using ((select data.house()) or exists (select from mailroom.message m where m.id = message));
