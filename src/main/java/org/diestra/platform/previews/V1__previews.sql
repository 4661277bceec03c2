-- What was made of some bytes, or could not be: either way it is tried once.
create table previews.preview (
  source bytea not null references blobs.content on delete cascade,
  variant text not null,
  blob uuid references blobs.blob on delete cascade,
  -- of the document the preview is from, where it has pages
  pages integer check (pages > 0),
  -- there is more than the preview shows
  cut boolean not null default false,
  failed boolean not null default false,
  made_at timestamptz not null,
  primary key (source, variant),
  check (not (failed and blob is not null))
);
create index on previews.preview (blob) where blob is not null;
