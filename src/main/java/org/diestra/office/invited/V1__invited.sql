-- Where invitations from outside reach somebody: one address at a time, which they can change.
create table invited.box (
  person uuid primary key references accounts.person,
  -- what the address is made of
  id uuid not null unique,
  made_at timestamptz not null
);

-- Something from outside that somebody is asked to.
create table invited.invitation (
  id uuid primary key,
  person uuid not null references accounts.person,
  uid text not null check (length(uid) between 1 and 500),
  -- who asks, as it is written and as it is compared
  organizer text not null check (length(organizer) <= 254),
  organizer_key text not null check (length(organizer_key) <= 254),
  organizer_name text not null check (length(organizer_name) <= 200),
  -- whose mail the first one was
  sender_key text not null check (length(sender_key) <= 254),
  -- as whom they are asked
  attendee text not null check (length(attendee) <= 254),
  sequence int not null check (sequence >= 0),
  stamp timestamptz not null,
  body bytea not null check (length(body) <= 200000),
  title text not null check (length(title) <= 200),
  -- of when it is, and whether that is a day or more
  times text not null,
  day boolean not null,
  since timestamptz not null,
  -- no end for what comes again for ever
  until timestamptz,
  answer text not null default 'NONE' check (answer in ('NONE', 'YES', 'MAYBE', 'NO')),
  words text not null default '' check (length(words) <= 1000),
  -- how often it was answered
  answers int not null default 0 check (answers >= 0),
  -- how often whoever asked has changed it
  changes int not null default 0 check (changes >= 0),
  -- what stands in their own calendar
  copy uuid unique,
  -- called off by whoever asked, or not wanted by whoever was asked
  state text not null default 'OPEN' check (state in ('OPEN', 'OFF', 'UNWANTED')),
  came_at timestamptz not null,
  unique (person, uid)
);
create index invitation_came on invited.invitation (person, came_at);

alter table invited.box enable row level security;
alter table invited.invitation enable row level security;
create policy own on invited.box
  using (person = (select data.caller()) or (select data.house()));
create policy own on invited.invitation
  using (person = (select data.caller()) or (select data.house()));
