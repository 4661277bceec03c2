-- Which of a client's members may post in its books, open and close them: a rule that pages and
-- triggers read alike. Whoever is suspended may do nothing, so the others must not wait for them.
create table books.checking_role (role text primary key);
insert into books.checking_role values ('OWNER'), ('MANAGER'), ('APPROVER'), ('BOOKKEEPER');
revoke insert, update, delete on books.checking_role from diestra_app;

-- It runs as the tables' owner, as whoever asks need not see who the others are.
create function books.checks(room uuid, who uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (
      select from workspaces.workspace w
      join accounts.membership m on m.organisation = w.organisation
      join books.checking_role r on r.role = m.role
      where w.id = room and m.person = who
        and not exists (select from accounts.suspension s where s.person = who))
  $$;

-- How many people may post in the books of that workspace.
create or replace function books.checkers(room uuid) returns bigint
  language sql stable security definer set search_path = ''
  as $$
    select count(*) from workspaces.workspace w
    join accounts.membership m on m.organisation = w.organisation
    join books.checking_role r on r.role = m.role
    where w.id = room
      and not exists (select from accounts.suspension s where s.person = m.person)
  $$;

-- The workspaces in whose books the caller posts.
create function books.checked() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select w.id from accounts.membership m
    join workspaces.workspace w on w.organisation = m.organisation
    join books.checking_role r on r.role = m.role
    where m.person = data.caller()
      and not exists (select from accounts.suspension s where s.person = m.person)
  $$;

drop policy opened on books.book;
create policy opened on books.book for insert
  with check ((select data.house()) or workspace in (select books.checked()));
drop policy kept on books.book;
create policy kept on books.book for update
  using ((select data.house()) or workspace in (select books.worked()))
  with check ((select data.house()) or workspace in (select books.checked()));
drop policy written on books.closing;
create policy written on books.closing for insert
  with check ((select data.house())
    or person = (select data.caller()) and workspace in (select books.checked()));

-- Nobody says that one person does both where another could check.
create function books.alone_guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if new.alone and not old.alone and books.checkers(new.workspace) <> 1 then
    raise exception 'more than one could check' using errcode = 'check_violation',
      constraint = 'alone_is_alone';
  end if;
  return new;
end $$;
create trigger alone_guard before update of alone on books.book
  for each row execute function books.alone_guard();

-- What the tax office owes, once a term is settled, stands on an account of the same use as what is
-- owed to it.
update books.account a set use = 'VAT_DUE', version = a.version + 1 from books.book b
  where b.workspace = a.workspace and a.use is null and a.posts
    and (b.chart, a.code) in (('SPAIN', '4700'), ('MEXICO', '113.01'));
