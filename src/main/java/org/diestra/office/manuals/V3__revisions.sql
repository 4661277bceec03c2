-- A draft's revision is never used twice, so that an old page can't pass for a new one.
create sequence manuals.revision as int start 100;

-- Who may only read sees no procedure that is a mere draft.
drop policy read on manuals.procedure;
create policy read on manuals.procedure for select
  using ((select data.house())
    or published is not null and (workspace, area) in (
      select d.workspace, d.area from workspaces.doors() d)
    or (workspace, area) in (
      select d.workspace, d.area from workspaces.doors() d where d.level = 'WORKING'));
