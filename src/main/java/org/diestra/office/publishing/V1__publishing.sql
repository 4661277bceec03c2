-- Something to be said on one channel. What others will see of it is bound by its hash, together
-- with the channel and the time.
create table publishing.post (
  id uuid primary key,
  workspace uuid not null references workspaces.workspace,
  area text not null check (area in ('SOCIAL', 'BLOG')),
  channel uuid not null references channels.channel,
  -- of the form that made it: sent twice it makes one for each channel
  key uuid not null,
  state text not null check (state in ('IDEA', 'DRAFT', 'SUBMITTED', 'CHANGES_REQUESTED',
    'SCHEDULED', 'PUBLISHING', 'HANDED', 'PUBLISHED', 'FAILED', 'UNCLEAR', 'ON_HOLD', 'MISSED',
    'RETRACTED')),
  version int not null check (version >= 1),
  since timestamptz not null,
  title text not null check (length(title) <= 200),
  text text not null check (length(text) <= 200000),
  link text not null check (length(link) <= 2000),
  summary text not null check (length(summary) <= 500),
  slug text not null check (length(slug) <= 200),
  campaign text not null check (length(campaign) <= 60),
  brief text not null check (length(brief) <= 4000),
  goal int check (goal between 1 and 100000),
  sources text not null check (length(sources) <= 4000),
  original boolean not null,
  due timestamptz,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  written_by uuid not null references accounts.person,
  submitted_by uuid references accounts.person,
  approved_hash text,
  -- null where it stands without a word for each
  approved_by uuid references accounts.person,
  approved_at timestamptz,
  held_by uuid references accounts.person,
  -- when the house turns to it next, and since when somebody wants it tried anew
  begins_at timestamptz,
  retry_at timestamptz,
  reason text check (length(reason) <= 1000),
  remote_id text check (length(remote_id) <= 500),
  remote_url text check (length(remote_url) <= 2000),
  remote_mark text check (length(remote_mark) <= 500),
  tries int not null default 0,
  made_by uuid not null references accounts.person,
  made_at timestamptz not null,
  unique (workspace, key, channel),
  constraint approved_as_it_is check (state not in ('SCHEDULED', 'PUBLISHING', 'HANDED')
    or approved_hash = hash and approved_at is not null and due is not null),
  constraint two_pairs_of_eyes check (approved_by is null
    or approved_by <> written_by and approved_by is distinct from submitted_by),
  check ((approved_hash is null) = (approved_at is null)),
  check ((state = 'ON_HOLD') = (held_by is not null)),
  check (state not in ('SCHEDULED', 'PUBLISHING') or begins_at is not null)
);
create index post_due on publishing.post (workspace, due, id) where due is not null;
create index post_state on publishing.post (workspace, state, since);
create index post_made on publishing.post (workspace, id);
create index post_begins on publishing.post (begins_at) where state in ('SCHEDULED', 'PUBLISHING');
create index post_missed on publishing.post (due) where state in ('SUBMITTED', 'CHANGES_REQUESTED');
create index post_channel on publishing.post (channel, due)
  where state not in ('RETRACTED', 'IDEA', 'MISSED');

create table publishing.picture (
  post uuid not null references publishing.post on delete cascade,
  place smallint not null check (place between 1 and 20),
  file uuid not null references blobs.blob,
  alt text not null check (length(alt) <= 4000),
  credit text not null check (length(credit) <= 200),
  primary key (post, place)
);

-- Every step with what was said. Only added to; what is thrown away takes its own along.
create table publishing.move (
  post uuid not null references publishing.post on delete cascade,
  version int not null,
  from_state text,
  to_state text not null,
  -- null for the house
  person uuid references accounts.person,
  words text check (length(words) <= 1000),
  at timestamptz not null,
  primary key (post, version)
);

-- What it said after each time that it was written.
create table publishing.revision (
  post uuid not null references publishing.post on delete cascade,
  version int not null,
  title text not null,
  text text not null,
  person uuid not null references accounts.person,
  at timestamptz not null,
  primary key (post, version)
);

-- What was sent to a channel, once for each content: its key is the same for each try.
create table publishing.delivery (
  post uuid not null references publishing.post on delete cascade,
  hash text not null,
  key uuid not null unique,
  first_at timestamptz not null,
  tried_at timestamptz not null,
  -- whether a try is under way, was cut off, or got no answer: it may have arrived
  open boolean not null,
  detail text check (length(detail) <= 400),
  primary key (post, hash)
);

-- What a feed shows now.
create table publishing.item (
  post uuid primary key references publishing.post on delete cascade,
  channel uuid not null references channels.channel,
  title text not null,
  text text not null,
  summary text not null,
  link text not null,
  files uuid[] not null,
  alts text[] not null,
  published_at timestamptz not null,
  updated_at timestamptz not null
);
create index item_channel on publishing.item (channel, published_at desc, post);

alter table publishing.post enable row level security;
alter table publishing.picture enable row level security;
alter table publishing.move enable row level security;
alter table publishing.revision enable row level security;
alter table publishing.delivery enable row level security;
alter table publishing.item enable row level security;

create policy worked on publishing.post
  using ((select data.house()) or (workspace, area) in (select w.workspace, w.area from channels.worked() w));
-- The policy of posts holds within these.
create policy worked on publishing.picture
  using ((select data.house()) or exists (select from publishing.post p where p.id = post));
create policy seen on publishing.move for select
  using ((select data.house()) or exists (select from publishing.post p where p.id = post));
create policy written on publishing.move for insert
  with check ((select data.house())
    or person = (select data.caller()) and exists (select from publishing.post p where p.id = post));
create policy seen on publishing.revision for select
  using ((select data.house()) or exists (select from publishing.post p where p.id = post));
create policy written on publishing.revision for insert
  with check ((select data.house())
    or person = (select data.caller()) and exists (select from publishing.post p where p.id = post));
create policy house on publishing.delivery using ((select data.house()));
create policy house on publishing.item using ((select data.house()));

revoke update on publishing.move, publishing.revision from diestra_app;
