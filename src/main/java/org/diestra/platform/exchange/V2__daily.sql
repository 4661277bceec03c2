-- What one euro was on a day, as a central bank published it. Published rates stay as they are.
create table exchange.daily (
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  day date not null,
  per_euro numeric(18, 6) not null check (per_euro > 0),
  source text not null check (source in ('ECB')),
  primary key (currency, day)
);
create index daily_day on exchange.daily (day desc);

-- The last time that they were asked for, and what was wrong then; one row.
create table exchange.asked (
  one boolean primary key default true check (one),
  at timestamptz not null,
  fault text check (length(fault) <= 100)
);
