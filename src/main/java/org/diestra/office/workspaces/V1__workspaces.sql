-- A client's room; opened when it is first needed.
create table workspaces.workspace (
  id uuid primary key,
  organisation uuid not null unique references accounts.organisation,
  opened_at timestamptz not null
);

-- Who was let into which area. What is over stays, to show who could see what and when.
create table workspaces.access (
  id uuid primary key,
  workspace uuid not null references workspaces.workspace,
  person uuid not null references accounts.person,
  area text not null check (area in ('ADMIN', 'BOOKKEEPING', 'SOCIAL', 'BLOG', 'TRAVEL',
    'APPOINTMENTS', 'DATA_ENTRY', 'FILES')),
  level text not null check (level in ('READING', 'WORKING')),
  -- what opened it, in a schema above this one; null where the client let in own staff
  contract uuid,
  given_by uuid not null references accounts.person,
  since timestamptz not null,
  until timestamptz check (until > since),
  ended_at timestamptz,
  ended_by uuid references accounts.person,
  check (ended_at is not null or ended_by is null)
);
create unique index access_once on workspaces.access (workspace, person, area, contract)
  nulls not distinct where ended_at is null;
create index access_person on workspaces.access (person) where ended_at is null;
create index access_contract on workspaces.access (contract) where ended_at is null;

-- Which areas the caller may enter, and how far. It runs as the tables' owner, whom their policies
-- do not bind; every policy of what belongs to a workspace asks it, once a statement. Own staff
-- enters as long as the membership lasts. An end that is set is carried out by a timer on the
-- application's clock; the database looks at what has ended.
create function workspaces.doors()
  returns table (workspace uuid, area text, level text, until timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select w.id, a.area, 'WORKING', null::timestamptz
    from accounts.membership m
    join workspaces.workspace w on w.organisation = m.organisation
    cross join unnest(array['ADMIN', 'BOOKKEEPING', 'SOCIAL', 'BLOG', 'TRAVEL', 'APPOINTMENTS',
      'DATA_ENTRY', 'FILES']) as a(area)
    where m.person = data.caller()
      and (m.role in ('OWNER', 'MANAGER', 'APPROVER')
        or m.role = 'BOOKKEEPER' and a.area = 'BOOKKEEPING')
    union all
    select g.workspace, g.area, g.level, g.until
    from workspaces.access g
    join workspaces.workspace w on w.id = g.workspace
    where g.person = data.caller() and g.ended_at is null
      and (g.contract is not null or exists (select from accounts.membership m
        where m.organisation = w.organisation and m.person = g.person))
  $$;

-- The workspaces that the caller keeps: lets people in, decides what is written.
create function workspaces.kept() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select w.id from accounts.membership m
    join workspaces.workspace w on w.organisation = m.organisation
    where m.person = data.caller() and m.role in ('OWNER', 'MANAGER')
  $$;

-- The workspaces whose contracts the caller may see, as one of the client's.
create function workspaces.dealing() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select w.id from accounts.membership m
    join workspaces.workspace w on w.organisation = m.organisation
    where m.person = data.caller() and m.role <> 'STAFF'
  $$;

alter table workspaces.workspace enable row level security;
alter table workspaces.access enable row level security;

create policy entered on workspaces.workspace for select
  using ((select data.house()) or id in (select workspace from workspaces.doors()));
create policy opened on workspaces.workspace for insert with check ((select data.house()));

create policy seen on workspaces.access for select
  using ((select data.house()) or person = (select data.caller())
    or workspace in (select workspaces.kept()));
create policy given on workspaces.access for insert
  with check ((select data.house())
    or contract is null and workspace in (select workspaces.kept()));
create policy ended on workspaces.access for update
  using ((select data.house()) or contract is null and workspace in (select workspaces.kept()));
