-- Which parts a change was about: its history says so.
alter table vault.use add changed text[] not null default '{}'
  check (cardinality(changed) <= 20);
