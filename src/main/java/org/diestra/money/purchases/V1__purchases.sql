-- Whether a client's books take in by themselves what the house invoiced it.
create table purchases.standing (
  workspace uuid primary key references books.book,
  -- in whose name they are proposed
  made_by uuid not null references accounts.person,
  -- of their lines, unless the supplier usually has another
  account uuid not null,
  since date not null,
  live boolean not null,
  -- why the house stopped it: a message; null where a person did
  why text check (length(why) between 1 and 200),
  -- whether all since that day was looked through once
  caught boolean not null,
  version int not null check (version >= 1),
  foreign key (workspace, account) references books.account (workspace, id),
  check (not live or why is null)
);
create index standing_live on purchases.standing (workspace) where live;

-- What became of an invoice.
create table purchases.brought (
  workspace uuid not null references purchases.standing,
  invoice uuid not null,
  number text not null check (length(number) between 1 and 60),
  seller text not null check (length(seller) between 1 and 120),
  day date not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  payable bigint not null,
  -- null: not in the books, or thrown away there since
  bill uuid references dues.due on delete set null,
  -- why it is not in the books; null where it was brought
  why text check (why in ('CURRENCY', 'DAY', 'ACCOUNT', 'SUMS', 'NUMBER', 'OTHER')),
  -- whether its PDF stands with it
  papered boolean not null,
  at timestamptz not null,
  primary key (workspace, invoice),
  check (bill is null or why is null)
);
create index brought_day on purchases.brought (workspace, day desc, invoice desc);
create index brought_bill on purchases.brought (bill) where bill is not null;
create index brought_bare on purchases.brought (workspace, day) where bill is not null and not papered;

alter table purchases.standing enable row level security;
alter table purchases.brought enable row level security;
create policy worked on purchases.standing
  using ((select data.house()) or workspace in (select books.worked()));
create policy worked on purchases.brought
  using ((select data.house()) or workspace in (select books.worked()));
