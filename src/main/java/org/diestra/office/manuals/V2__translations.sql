-- What a procedure says in the other language. It binds nobody: the language of record prevails.
create table manuals.translation (
  procedure uuid not null references manuals.procedure,
  language text not null check (language in ('es', 'en')),
  body text not null check (length(body) <= 3000000),
  -- the version it was made from, by number and hash: another one makes it stale
  number int not null,
  source_hash text not null check (source_hash ~ '^[0-9a-f]{64}$'),
  revision int not null check (revision >= 1),
  changed_by uuid not null references accounts.person,
  changed_at timestamptz not null,
  primary key (procedure, language),
  foreign key (procedure, number) references manuals.version (procedure, number)
);

alter table manuals.translation enable row level security;

create policy read on manuals.translation for select
  using ((select data.house()) or exists (select from manuals.procedure p where p.id = procedure));
create policy written on manuals.translation for insert
  with check ((select data.house()) or exists (select from manuals.procedure p
    where p.id = procedure and (p.workspace, p.area) in (
      select d.workspace, d.area from workspaces.doors() d where d.level = 'WORKING')));
create policy changed on manuals.translation for update
  using ((select data.house()) or exists (select from manuals.procedure p
    where p.id = procedure and (p.workspace, p.area) in (
      select d.workspace, d.area from workspaces.doors() d where d.level = 'WORKING')));
