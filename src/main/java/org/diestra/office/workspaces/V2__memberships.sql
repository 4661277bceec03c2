-- What a keeper opened to a member ends with that membership: one that begins anew begins with
-- nothing.
create or replace function workspaces.doors()
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
        where m.organisation = w.organisation and m.person = g.person and m.since <= g.since))
  $$;

-- The workspaces of the clients that the caller belongs to, in whichever role.
create function workspaces.own() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select w.id from accounts.membership m
    join workspaces.workspace w on w.organisation = m.organisation
    where m.person = data.caller()
  $$;
