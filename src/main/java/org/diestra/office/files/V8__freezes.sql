-- Versions that are kept as evidence: whatever becomes of their file, they are not taken away for
-- good while anything here names them. The database itself refuses that.
create table files.freeze (
  -- what needs them, a dispute say
  cause uuid not null,
  version uuid not null references files.version,
  workspace uuid not null references files.space,
  at timestamptz not null,
  primary key (cause, version)
);
create index freeze_version on files.freeze (version);
create index freeze_workspace on files.freeze (workspace);
alter table files.freeze enable row level security;
create policy worked on files.freeze
  using ((select data.house()) or workspace in (select d.workspace from workspaces.doors() d
    where d.area = 'FILES' and d.level = 'WORKING'));
