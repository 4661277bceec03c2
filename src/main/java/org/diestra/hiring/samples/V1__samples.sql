create table samples.sample (
  id uuid primary key,
  owner uuid not null references accounts.person,
  blob uuid not null references blobs.blob,
  area text not null check (area in
    ('ADMIN', 'BOOKKEEPING', 'SOCIAL', 'BLOG', 'TRAVEL', 'APPOINTMENTS', 'DATA_ENTRY', 'FILES')),
  title text not null check (length(title) between 1 and 100),
  what text not null check (length(what) <= 1000),
  -- declared by the owner when the sample was brought
  rights text not null check (rights in ('OWN', 'AGREED', 'ANONYMISED')),
  declared_at timestamptz not null,
  open boolean not null,
  -- somebody else brought the same bytes, or a picture that looks the same, before
  copied boolean not null default false,
  place int not null,
  -- what was removed can be brought back for a while
  removed_at timestamptz
);

create index sample_by_owner on samples.sample (owner, place) where removed_at is null;
create index sample_removed on samples.sample (removed_at) where removed_at is not null;
