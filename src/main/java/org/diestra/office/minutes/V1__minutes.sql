-- What was said at a meeting.
create table minutes.minutes (
  id uuid primary key,
  workspace uuid not null references workspaces.workspace,
  title text not null check (length(title) between 1 and 120),
  day date not null,
  present text not null check (length(present) <= 400),
  body text not null check (length(body) between 1 and 50000),
  version int not null default 1 check (version >= 1),
  made_by uuid not null references accounts.person,
  made_at timestamptz not null,
  changed_by uuid not null references accounts.person,
  changed_at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid references accounts.person,
  check ((removed_at is null) = (removed_by is null))
);
create index minutes_list on minutes.minutes (workspace, day desc, id desc)
  where removed_at is null;

-- The workspaces in which the caller writes them.
create function minutes.working() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select d.workspace from workspaces.doors() d where d.area = 'ADMIN' and d.level = 'WORKING'
  $$;

alter table minutes.minutes enable row level security;
create policy worked on minutes.minutes
  using ((select data.house()) or workspace in (select minutes.working()))
  with check ((select data.house()) or workspace in (select minutes.working()));
