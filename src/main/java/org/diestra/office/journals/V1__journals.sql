-- A journal that was looked at and not taken in yet: one for each person in each books.
create table journals.draft (
  workspace uuid not null references books.book,
  person uuid not null references accounts.person,
  name text not null check (length(name) <= 200),
  content bytea not null check (octet_length(content) between 1 and 5000000),
  at timestamptz not null,
  primary key (workspace, person)
);
create index draft_at on journals.draft (at);

alter table journals.draft enable row level security;
create policy own on journals.draft
  using ((select data.house())
    or person = (select data.caller()) and workspace in (select books.worked()));
