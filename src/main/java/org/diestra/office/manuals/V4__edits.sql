-- Who wrote on a draft or a translation, and when; what was written stands there. Only added to.
create table manuals.edit (
  procedure uuid not null references manuals.procedure,
  what text not null check (what in ('DRAFT', 'TRANSLATION')),
  person uuid not null references accounts.person,
  at timestamptz not null
);
create index edit_person on manuals.edit (person, at);
create index version_person on manuals.version (published_by, published_at);

insert into manuals.edit (procedure, what, person, at)
  select procedure, 'DRAFT', changed_by, changed_at from manuals.draft
  union all select procedure, 'TRANSLATION', changed_by, changed_at from manuals.translation;

create trigger edit_stays before update or delete on manuals.edit
  for each row execute function manuals.never();

alter table manuals.edit enable row level security;

-- Whoever reads a procedure sees who wrote on it; whoever works in its area writes, under its name.
create policy read on manuals.edit for select
  using ((select data.house()) or exists (select from manuals.procedure p where p.id = procedure));
create policy written on manuals.edit for insert
  with check ((select data.house()) or person = (select data.caller())
    and exists (select from manuals.procedure p where p.id = procedure
      and (p.workspace, p.area) in (
        select d.workspace, d.area from workspaces.doors() d where d.level = 'WORKING')));
