-- Where papers for a client's books reach somebody: one address at a time, which they can change.
create table receiptmail.box (
  workspace uuid not null references books.book,
  person uuid not null references accounts.person,
  -- what the address is made of
  id uuid not null unique,
  made_at timestamptz not null,
  -- how many papers came on that day
  came_on date,
  came int not null default 0 check (came >= 0),
  primary key (workspace, person)
);

-- Mails that came, so that one that is brought again is taken once.
create table receiptmail.letter (
  workspace uuid not null,
  person uuid not null,
  key text not null check (length(key) between 1 and 200),
  at timestamptz not null,
  primary key (workspace, person, key),
  foreign key (workspace, person) references receiptmail.box
);

alter table receiptmail.box enable row level security;
alter table receiptmail.letter enable row level security;
create policy own on receiptmail.box
  using ((select data.house()) or person = (select data.caller()));
create policy own on receiptmail.letter
  using ((select data.house()) or person = (select data.caller()));
