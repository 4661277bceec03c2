-- Bytes, once: their file's name on the disk is their hash.
create table blobs.content (
  sha256 bytea primary key check (octet_length(sha256) = 32),
  size bigint not null check (size > 0),
  width integer check (width > 0),
  height integer check (height > 0),
  -- how a picture looks, in 64 bits; null for what is no picture or has too little in it
  fingerprint bigint,
  created_at timestamptz not null,
  check ((width is null) = (height is null))
);

-- A file: somebody's name for some bytes. What the house makes from bytes goes when they go.
create table blobs.blob (
  id uuid primary key,
  sha256 bytea not null references blobs.content,
  name text not null check (length(name) between 1 and 220),
  type text not null,
  purpose text check (purpose in ('PHOTO', 'SAMPLE', 'ATTACHMENT')),
  owner uuid,
  made_from bytea references blobs.content on delete cascade,
  created_at timestamptz not null,
  check ((purpose is null) = (owner is null) and (owner is null) = (made_from is not null))
);
create index on blobs.blob (sha256);
create index on blobs.blob (made_from) where made_from is not null;
create index on blobs.blob (created_at) where made_from is null;

-- Who still needs a file; without any, it is swept after some days.
create table blobs.reference (
  blob uuid not null references blobs.blob,
  holder text not null,
  thing uuid not null,
  since timestamptz not null,
  primary key (holder, thing, blob)
);
create index on blobs.reference (blob);

-- What may be brought for what; the operator's to set.
create table blobs.allowance (
  purpose text primary key check (purpose in ('PHOTO', 'SAMPLE', 'ATTACHMENT')),
  max_bytes bigint not null check (max_bytes between 1 and 1000000000),
  kinds text[] not null check (cardinality(kinds) > 0)
);
insert into blobs.allowance (purpose, max_bytes, kinds) values
  ('PHOTO', 15000000, '{IMAGE}'),
  ('SAMPLE', 100000000, '{IMAGE,PDF,TEXT,SPREADSHEET,DOCUMENT,SLIDES,AUDIO,VIDEO}'),
  ('ATTACHMENT', 50000000, '{IMAGE,PDF,TEXT,SPREADSHEET,DOCUMENT,SLIDES,AUDIO,VIDEO,ARCHIVE}');
