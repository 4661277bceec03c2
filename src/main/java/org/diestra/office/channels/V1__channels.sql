-- A place where a client is heard. Whoever works in its area sees it; those who keep the workspace
-- set it up.
create table channels.channel (
  id uuid primary key,
  workspace uuid not null references workspaces.workspace,
  kind text not null check (kind in ('MASTODON', 'BLUESKY', 'WORDPRESS', 'FEED', 'WEBHOOK',
    'LINKEDIN', 'INSTAGRAM', 'FACEBOOK', 'X')),
  -- the client's area whose people work there
  area text not null check (area in ('SOCIAL', 'BLOG')),
  name text not null check (length(name) between 1 and 80),
  address text not null check (length(address) <= 2000),
  account text not null check (length(account) <= 200),
  standing text not null check (standing in ('NONE', 'OWN', 'ALL')),
  manner text not null check (manner in ('LIVE', 'AHEAD', 'PENDING', 'DRAFT')),
  -- why somebody has to look after it; null where it works
  care text check (length(care) between 1 and 400),
  -- Monday is 1; minutes of the day on the workspace's clock
  slot_days smallint[] not null,
  slot_minutes smallint[] not null,
  version int not null check (version >= 1),
  made_by uuid not null references accounts.person,
  made_at timestamptz not null,
  closed_at timestamptz,
  check (cardinality(slot_days) = cardinality(slot_minutes) and cardinality(slot_days) <= 70)
);
create index channel_workspace on channels.channel (workspace, id);

-- Sealed by the house's key; no page ever asks for it.
create table channels.secret (
  channel uuid primary key references channels.channel,
  sealed bytea not null
);

-- The rooms and areas that the caller works in, for channels and what is said on them.
create function channels.worked() returns table (workspace uuid, area text)
  language sql stable set search_path = ''
  as $$
    select d.workspace, d.area from workspaces.doors() d
    where d.area in ('SOCIAL', 'BLOG') and d.level = 'WORKING'
  $$;

alter table channels.channel enable row level security;
alter table channels.secret enable row level security;

create policy seen on channels.channel for select
  using ((select data.house()) or (workspace, area) in (select w.workspace, w.area from channels.worked() w));
create policy made on channels.channel for insert
  with check ((select data.house()) or workspace in (select workspaces.kept()));
create policy kept on channels.channel for update
  using ((select data.house()) or workspace in (select workspaces.kept()));
create policy house on channels.secret using ((select data.house()));
