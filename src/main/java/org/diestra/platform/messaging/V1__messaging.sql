-- One for each thing that people talk about.
create table messaging.thread (
  id uuid primary key,
  subjects text not null check (subjects ~ '^[a-z]+:[a-z-]+$'),
  thing uuid not null,
  -- how many messages were ever sent: the number of the newest; its row is the lock that orders them
  messages int not null default 0,
  opened_at timestamptz not null,
  last_at timestamptz not null,
  constraint thread_once unique (subjects, thing)
);

-- Who takes part, and how far each has read.
create table messaging.participant (
  thread uuid not null references messaging.thread,
  person uuid not null references accounts.person on delete cascade,
  since timestamptz not null,
  read_to int not null default 0,
  read_at timestamptz,
  -- up to which message the person was written to by mail
  mailed_to int not null default 0,
  primary key (thread, person)
);
create index participant_person on messaging.participant (person);

-- Whether the caller takes part. It runs as the tables' owner, whom their policies do not bind: a
-- policy on participants that asked for participants would never end.
create function messaging.takes_part(asked uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from messaging.participant p
    where p.thread = asked and p.person = data.caller()) $$;

create table messaging.message (
  id uuid primary key,
  thread uuid not null references messaging.thread,
  number int not null,
  author uuid not null references accounts.person,
  text text not null check (length(text) <= 20000),
  -- without accents, in both languages' stems
  words tsvector not null,
  mentions uuid[] not null default '{}',
  -- what the operator's rules found in it, though it may be said
  flagged boolean not null default false,
  by_mail boolean not null default false,
  -- of the form it came from: the same form, sent again, says nothing new
  key text not null check (length(key) between 1 and 100),
  sent_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  constraint message_number unique (thread, number),
  constraint message_key unique (author, key)
);
create index message_author on messaging.message (author, sent_at);
create index message_words on messaging.message using gin (words);

-- What a message said before.
create table messaging.version (
  message uuid not null references messaging.message,
  number int not null,
  thread uuid not null references messaging.thread,
  text text not null,
  until timestamptz not null,
  primary key (message, number)
);

create table messaging.attachment (
  message uuid not null references messaging.message,
  position int not null,
  thread uuid not null references messaging.thread,
  blob uuid not null references blobs.blob,
  primary key (message, position)
);
create index attachment_thread on messaging.attachment (thread, blob);

-- What somebody has begun to write.
create table messaging.draft (
  thread uuid not null references messaging.thread,
  person uuid not null references accounts.person on delete cascade,
  text text not null check (length(text) <= 20000),
  key text not null check (length(key) between 1 and 100),
  changed_at timestamptz not null,
  primary key (thread, person)
);

alter table messaging.thread enable row level security;
alter table messaging.participant enable row level security;
alter table messaging.message enable row level security;
alter table messaging.version enable row level security;
alter table messaging.attachment enable row level security;
alter table messaging.draft enable row level security;

-- Whoever takes part reads all of a thread and writes in their own name; the house lets people in,
-- and adds what was said elsewhere.
create policy taking_part on messaging.thread
  using ((select data.house()) or messaging.takes_part(id))
  with check ((select data.house()) or messaging.takes_part(id));

create policy taking_part on messaging.participant for select
  using ((select data.house()) or messaging.takes_part(thread));
create policy own on messaging.participant for update
  using ((select data.house()) or person = (select data.caller()));
create policy let_in on messaging.participant for insert with check ((select data.house()));
create policy let_out on messaging.participant for delete using ((select data.house()));

create policy taking_part on messaging.message for select
  using ((select data.house()) or messaging.takes_part(thread));
create policy own_new on messaging.message for insert
  with check ((select data.house())
    or messaging.takes_part(thread) and author = (select data.caller()));
create policy own_changed on messaging.message for update
  using (messaging.takes_part(thread) and author = (select data.caller()));

create policy taking_part on messaging.version for select
  using ((select data.house()) or messaging.takes_part(thread));
create policy own_new on messaging.version for insert
  with check (messaging.takes_part(thread) and exists (
    select from messaging.message m where m.id = message and m.author = (select data.caller())));

create policy taking_part on messaging.attachment for select
  using ((select data.house()) or messaging.takes_part(thread));
create policy own_new on messaging.attachment for insert
  with check ((select data.house()) or messaging.takes_part(thread) and exists (
    select from messaging.message m where m.id = message and m.author = (select data.caller())));

create policy own on messaging.draft
  using (person = (select data.caller()) and messaging.takes_part(thread));
