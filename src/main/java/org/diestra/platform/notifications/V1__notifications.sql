create table notifications.notice (
  id uuid primary key,
  recipient uuid not null references accounts.person on delete cascade,
  kind text not null,
  key text not null,
  args jsonb not null,
  href text not null check (href like '/%' and href not like '//%'),
  actor text,
  once text not null,
  channel text not null check (channel in ('INBOX', 'MAIL', 'DIGEST')),
  told_at timestamptz not null,
  read_at timestamptz,
  mailed_at timestamptz,
  constraint notice_once unique (recipient, once)
);
create index notice_inbox on notifications.notice (recipient, id desc);
create index notice_unread on notifications.notice (recipient) where read_at is null;
create index notice_digest on notifications.notice (recipient, id)
  where channel = 'DIGEST' and mailed_at is null;
create index notice_told on notifications.notice (told_at);

-- What somebody chose; without a row the kind's own channel holds.
create table notifications.preference (
  person uuid not null references accounts.person on delete cascade,
  kind text not null,
  channel text not null check (channel in ('INBOX', 'MAIL', 'DIGEST', 'OFF')),
  primary key (person, kind)
);

-- On the wall clock of the person's own zone; over midnight when it ends before it begins.
create table notifications.quiet_hours (
  person uuid primary key references accounts.person on delete cascade,
  begins time not null,
  ends time not null check (ends <> begins)
);

-- What the links that take somebody off a kind are signed with; made once.
create table notifications.seal (
  only_one boolean primary key default true check (only_one),
  secret bytea not null check (length(secret) = 32)
);
