-- Texts that went out and that a rule wants an operator to look at.
create table screening.flag (
  id uuid primary key,
  place text not null check (place in ('BID', 'PROFILE')),
  subject uuid not null,
  href text not null check (href like '/%' and length(href) <= 200),
  rule text not null,
  excerpt text not null check (length(excerpt) <= 200),
  raised_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references accounts.person,
  check ((settled_at is null) = (settled_by is null))
);

create unique index flag_once on screening.flag (subject, rule) where settled_at is null;
create index flag_open on screening.flag (raised_at, id) where settled_at is null;
