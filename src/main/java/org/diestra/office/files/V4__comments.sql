-- What people say about a file, beside it.
create table files.comment (
  id uuid primary key,
  workspace uuid not null,
  entry uuid not null,
  author uuid not null references accounts.person,
  text text not null check (length(text) between 1 and 5000),
  made_at timestamptz not null,
  changed_at timestamptz,
  removed_at timestamptz,
  removed_by uuid references accounts.person,
  foreign key (workspace, entry) references files.entry (workspace, id) on delete cascade,
  check ((removed_at is null) = (removed_by is null))
);
create index comment_entry on files.comment (workspace, entry, made_at) where removed_at is null;
alter table files.comment enable row level security;
create policy worked on files.comment
  using ((select data.house()) or workspace in (select d.workspace from workspaces.doors() d
    where d.area = 'FILES' and d.level = 'WORKING'));
