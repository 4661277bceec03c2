create table mail.letter (
  id uuid primary key,
  kind text not null,
  -- as it is compared: lower case, the host in its ASCII form
  address text not null,
  recipient text not null,
  locale text not null,
  subject text not null,
  -- both empty once a letter with a secret in it was sent
  body text not null,
  html text not null,
  secret boolean not null,
  reply_to text,
  unsubscribe text,
  once text,
  state text not null check (state in ('WAITING', 'SENT', 'KEPT', 'HELD', 'FAILED')),
  queued_at timestamptz not null,
  next_try timestamptz not null,
  tries int not null default 0,
  sent_at timestamptz,
  error text,
  constraint letter_once unique (once)
);
create index letter_due on mail.letter (next_try) where state = 'WAITING';
create index letter_address on mail.letter (address, queued_at);
create index letter_state on mail.letter (state, id desc);
create index letter_queued on mail.letter (queued_at);

create table mail.attachment (
  letter uuid not null references mail.letter on delete cascade,
  position int not null,
  name text not null,
  type text not null,
  content bytea not null check (length(content) <= 1048576),
  primary key (letter, position)
);
