-- What was sold and is not invoiced yet.
create table invoices.due (
  -- of the ledger
  entry uuid primary key,
  contract uuid not null,
  client uuid not null,
  assistant uuid not null,
  task uuid,
  title text check (length(title) between 1 and 300),
  week date,
  -- that were accepted in it; none where all that is paid was in dispute
  minutes int check (minutes >= 0),
  rate bigint check (rate >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  price bigint not null check (price > 0),
  at timestamptz not null,
  -- why it can't be invoiced yet; null: nobody has looked since it last could have changed
  waits text check (waits in ('CONSENT', 'SELLER', 'BUYER', 'RULE')),
  check ((task is null) = (week is not null and minutes is not null and rate is not null)),
  check ((task is null) = (title is null))
);
create index due_ready on invoices.due (at, entry) where waits is null;
create index due_assistant on invoices.due (assistant, at);
create index due_client on invoices.due (client, at);

-- A fee the house took, until the invoice of its month.
create table invoices.fee (
  entry uuid not null,
  -- an organisation or an assistant
  party uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null check (amount > 0),
  on_day date not null,
  invoice uuid,
  primary key (entry, party)
);
create index fee_open on invoices.fee (party, currency, on_day) where invoice is null;

-- An assistant's word that the house may make the invoices of their work, with the text they saw.
create table invoices.consent (
  person uuid not null references accounts.person,
  version int not null check (version >= 1),
  text text not null check (length(text) between 1 and 4000),
  signed_at timestamptz not null,
  revoked_at timestamptz check (revoked_at >= signed_at),
  primary key (person, signed_at)
);
create unique index consent_live on invoices.consent (person) where revoked_at is null;

-- Letters that make an issuer's numbers theirs alone.
create table invoices.issuer (
  owner uuid primary key,
  code text not null unique check (code ~ '^[0-9A-Z]{3,8}$')
);

-- The last number of a series; its row is locked from taking a number until the invoice is in.
create table invoices.series (
  issuer uuid not null references invoices.issuer,
  letter text not null check (letter ~ '^[A-Z]$'),
  year int not null,
  last int not null check (last >= 1),
  last_day date not null,
  primary key (issuer, letter, year)
);

create table invoices.invoice (
  id uuid primary key,
  number text not null unique,
  kind text not null check (kind in ('WORK', 'FEE', 'CORRECTIVE')),
  issuer uuid not null references invoices.issuer,
  letter text not null,
  year int not null,
  n int not null check (n >= 1),
  -- who they were to their tax offices then
  seller uuid not null,
  seller_version int not null,
  buyer uuid not null,
  buyer_version int not null,
  issued_on date not null,
  supplied_from date not null,
  supplied_to date not null check (supplied_to >= supplied_from),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  net bigint not null,
  vat bigint not null,
  withheld bigint not null,
  -- over the house's rails, before the invoice was made
  paid bigint not null,
  category text not null check (category in ('S', 'Z', 'E', 'AE', 'G', 'O')),
  rate_bp int not null check (rate_bp between 0 and 10000),
  reason text not null,
  withholding_bp int not null check (withholding_bp between 0 and 10000),
  entry uuid unique,
  contract uuid,
  task uuid,
  title text,
  minutes int,
  hour_rate bigint,
  -- how many pieces of work a fee is for
  pieces int,
  corrects uuid references invoices.invoice,
  because text check (length(because) between 1 and 500),
  at timestamptz not null,
  unique (issuer, letter, year, n),
  check (year = extract(year from issued_on)),
  check ((kind = 'CORRECTIVE') = (corrects is not null and because is not null)),
  check ((kind = 'CORRECTIVE') = (net < 0)),
  foreign key (seller, seller_version) references taxes.profile (owner, version),
  foreign key (buyer, buyer_version) references taxes.profile (owner, version)
);
create index invoice_seller on invoices.invoice (seller, issued_on desc, id desc);
create index invoice_buyer on invoices.invoice (buyer, issued_on desc, id desc);
create index invoice_corrects on invoices.invoice (corrects) where corrects is not null;

create function invoices.never_changed() returns trigger language plpgsql as $$
begin
  raise exception 'never changed: %', tg_table_name;
end $$;
create trigger never_changed before update or delete on invoices.invoice
  for each row execute function invoices.never_changed();

-- Whom it concerns was not told yet.
create table invoices.untold (
  invoice uuid primary key references invoices.invoice
);

-- The papers of an invoice, made once; or what a validator found against them.
create table invoices.paper (
  invoice uuid primary key references invoices.invoice,
  pdf uuid,
  xml uuid,
  finding text check (length(finding) between 1 and 2000),
  made_at timestamptz not null,
  check ((pdf is null) = (xml is null)),
  check ((pdf is null) = (finding is not null))
);
create index paper_refused on invoices.paper (made_at) where finding is not null;

alter table invoices.due enable row level security;
alter table invoices.fee enable row level security;
alter table invoices.consent enable row level security;
alter table invoices.issuer enable row level security;
alter table invoices.series enable row level security;
alter table invoices.invoice enable row level security;
alter table invoices.untold enable row level security;
alter table invoices.paper enable row level security;
create policy house on invoices.due using ((select data.house()));
create policy house on invoices.fee using ((select data.house()));
create policy house on invoices.consent using ((select data.house()));
create policy house on invoices.issuer using ((select data.house()));
create policy house on invoices.series using ((select data.house()));
create policy house on invoices.invoice using ((select data.house()));
create policy house on invoices.untold using ((select data.house()));
create policy house on invoices.paper using ((select data.house()));
