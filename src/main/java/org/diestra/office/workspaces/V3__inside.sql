-- Whether somebody belongs to that workspace now, on either side. For what one of its people shows
-- the others: it ends when its owner leaves.
create function workspaces.inside(who uuid, room uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from accounts.membership m
        join workspaces.workspace w on w.organisation = m.organisation
        where m.person = who and w.id = room)
      or exists (select from workspaces.access g
        where g.person = who and g.workspace = room and g.ended_at is null
          and g.contract is not null)
  $$;
