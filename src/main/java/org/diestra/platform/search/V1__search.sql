-- What the indexes still have to hear: of each thing the newest state, written in the transaction
-- that changed it. A row is rewritten under its own lock, so its last writer is the last to commit;
-- xact says which transaction that was, and a reader that remembers a snapshot sees at once which
-- rows that snapshot did not know, in whatever order the transactions committed.
create table search.change (
  kind text not null,
  id uuid not null,
  entry jsonb, -- null: it is gone
  xact xid8 not null default pg_current_xact_id(),
  primary key (kind, id)
);
create index change_xact on search.change (xact);

-- One row an index, on whichever node: what it has durably taken in. What all have is cleared away.
create table search.reader (
  index uuid primary key,
  position pg_snapshot not null default pg_current_snapshot(),
  seen_at timestamptz not null default now()
);
