-- What is written in files, read in the background: so many letters a row, several rows for what is
-- long. It is found by what Spanish and English make of its words, without accents. Each row's words
-- hold its workspace too ("@…"), so that the index of a large house answers for one client alone.
create table files.text (
  entry uuid not null,
  workspace uuid not null,
  part integer not null check (part >= 0),
  body text not null,
  -- the same letters in lower case and without accents, at the same places
  folded text not null,
  words tsvector not null,
  primary key (entry, part),
  foreign key (workspace, entry) references files.entry (workspace, id) on delete cascade
);
create index text_words on files.text using gin (words);
create index text_workspace on files.text (workspace, entry);

-- Of which content the words are there, or were found not to be had.
alter table files.entry add column read text;
create index entry_unread on files.entry (changed_at)
  where not folder and trash is null and read is distinct from sha256;

alter table files.text enable row level security;
create policy worked on files.text
  using ((select data.house()) or workspace in (select d.workspace from workspaces.doors() d
    where d.area = 'FILES' and d.level = 'WORKING'));

-- Row security would ask of each row who may see it before it asks an index for words. Here the
-- caller's right to the workspace is asked first, in the same statement; nothing is told without.
create function files.found(client uuid, asked tsquery, most integer)
  returns table (entry uuid, part integer, rank real)
  language sql stable security definer set search_path = ''
  as $$
    select distinct on (h.entry) h.entry, h.part, pg_catalog.ts_rank(h.words, asked)
    from (
      select t.entry, t.part, t.words from files.text t
      where t.words operator(pg_catalog.@@) (
          (pg_catalog.quote_literal('@' || client))::tsquery operator(pg_catalog.&&) asked)
        and t.workspace = client and pg_catalog.numnode(asked) > 0
        and (data.house() or exists (select from workspaces.doors() d
          where d.workspace = client and d.area = 'FILES' and d.level = 'WORKING'))
      limit most) h
    order by h.entry, 3 desc
  $$;
