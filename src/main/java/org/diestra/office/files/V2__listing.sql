-- Names as they are looked for and sorted: in lower case, without accents.
alter table files.entry add column folded text collate "C" not null generated always as (
  lower(regexp_replace(normalize(name, nfkd), U&'[\0300-\036F]+', '', 'g') collate "pg_c_utf8"))
  stored;
create index entry_found on files.entry (workspace, changed_at) where trash is null;
