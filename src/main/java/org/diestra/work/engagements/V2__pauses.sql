-- Notice that is given during a pause does not lift it.
alter table engagements.engagement add column paused boolean not null default false;

create index engagement_preparing on engagements.engagement (organisation, since)
  where stage = 'AWAITING_FUNDS';
