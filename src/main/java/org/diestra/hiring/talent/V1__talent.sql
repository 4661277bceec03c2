create table talent.profile (
  person uuid primary key references accounts.person,
  handle text not null check (handle ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(handle) between 3 and 40),
  title text not null default '' check (length(title) <= 100),
  summary text not null default '' check (length(summary) <= 4000),
  week text not null default repeat('0', 168) check (week ~ '^[01]{168}$'),
  free_hours int check (free_hours between 1 and 80),
  away_until date,
  rate_minor bigint check (rate_minor > 0),
  rate_currency text check (rate_currency ~ '^[A-Z]{3}$'),
  rating_mean numeric(4, 3) not null default 0 check (rating_mean between 0 and 5),
  rating_count int not null default 0 check (rating_count >= 0),
  published_at timestamptz,
  created_at timestamptz not null,
  check ((rate_minor is null) = (rate_currency is null))
);

-- Browsing while the index can't answer: the newest first, and no further than asked.
create index profile_newest on talent.profile (published_at desc, person desc) where published_at is not null;

-- Every handle that was ever held: old ones lead on to the new one, and nobody else can take them.
create table talent.handle (
  handle text primary key,
  person uuid not null references accounts.person,
  taken_at timestamptz not null
);

create index handle_by_person on talent.handle (person);

alter table talent.profile
  add foreign key (handle) references talent.handle deferrable initially deferred;
create unique index profile_handle on talent.profile (handle);

create table talent.claim (
  person uuid not null references talent.profile,
  area text not null check (area in
    ('ADMIN', 'BOOKKEEPING', 'SOCIAL', 'BLOG', 'TRAVEL', 'APPOINTMENTS', 'DATA_ENTRY', 'FILES')),
  years int not null check (years between 0 and 60),
  tools text[] not null default '{}' check (cardinality(tools) <= 12),
  reference_name text check (length(reference_name) between 1 and 120),
  reference_relation text check (length(reference_relation) between 1 and 160),
  reference_contact text check (length(reference_contact) between 1 and 160),
  primary key (person, area),
  check ((reference_name is null) = (reference_relation is null)
    and (reference_name is null) = (reference_contact is null))
);

create table talent.fluency (
  person uuid not null references talent.profile,
  language text not null check (language ~ '^[a-z]{2}$'),
  level text not null check (level in ('A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE')),
  primary key (person, language)
);

-- What was removed can be brought back for a while.
create table talent.service (
  id uuid primary key,
  person uuid not null references talent.profile,
  title text not null check (length(title) between 1 and 100),
  included text not null check (length(included) between 1 and 1000),
  price_minor bigint not null check (price_minor > 0),
  price_currency text not null check (price_currency ~ '^[A-Z]{3}$'),
  days int not null check (days between 1 and 90),
  removed_at timestamptz
);

create index service_by_person on talent.service (person, id) where removed_at is null;

create table talent.post (
  id uuid primary key,
  person uuid not null references talent.profile,
  title text not null check (length(title) between 1 and 100),
  employer text not null check (length(employer) between 1 and 100),
  began date not null check (extract(day from began) = 1),
  ended date check (extract(day from ended) = 1),
  office boolean not null,
  what text not null default '' check (length(what) <= 1000),
  removed_at timestamptz,
  check (ended >= began)
);

create index post_by_person on talent.post (person, began) where removed_at is null;
