-- A supplier's bill; what it asks for stands in dues.due under the same id.
create table bills.bill (
  id uuid primary key references dues.due on delete cascade,
  workspace uuid not null references books.book,
  -- of the form that made it: sent twice it makes one
  key uuid not null,
  party uuid not null references dues.party,
  folded text not null check (length(folded) between 1 and 60), -- its number as it is compared
  -- whether it gives back what another asked for
  credit boolean not null,
  treatment text not null check (treatment in ('CHARGED', 'COST', 'REVERSE', 'NONE')),
  withholding int not null check (withholding between 0 and 999), -- thousandths
  -- by how much its VAT differs from ours, as the supplier rounds elsewise
  adjusted bigint not null check (abs(adjusted) <= 100),
  version int not null check (version >= 1),
  -- the one that was entered anew after its entry was undone
  replaced_by uuid references bills.bill deferrable initially deferred,
  made_by uuid not null references accounts.person,
  made_at timestamptz not null,
  unique (workspace, key),
  unique (id, workspace)
);
-- A supplier's number comes once.
create unique index bill_once on bills.bill (party, folded) where replaced_by is null;
create index bill_made on bills.bill (workspace, made_at desc);

create table bills.item (
  bill uuid not null,
  place smallint not null check (place between 1 and 100),
  workspace uuid not null,
  text text not null check (length(text) <= 200),
  account uuid not null,
  net bigint not null check (net <> 0),
  vat int not null check (vat between 0 and 999), -- thousandths
  primary key (bill, place),
  foreign key (bill, workspace) references bills.bill (id, workspace) on delete cascade,
  foreign key (workspace, account) references books.account (workspace, id)
);

-- What stands in the books keeps what its paper says.
create function bills.bill_guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare which uuid := case tg_table_name when 'item' then coalesce(to_jsonb(new), to_jsonb(old)) ->> 'bill'
  else coalesce(to_jsonb(new), to_jsonb(old)) ->> 'id' end;
begin
  if tg_table_name = 'bill' and tg_op = 'UPDATE'
      and to_jsonb(new) - 'replaced_by' = to_jsonb(old) - 'replaced_by' then
    return new;
  end if;
  if exists (select from dues.due d join bookkeeping.entry e on e.id = d.entry
      where d.id = which and e.state = 'POSTED') then
    raise exception 'bill % stays', which using errcode = 'check_violation', constraint = 'bill_stays';
  end if;
  return coalesce(new, old);
end $$;
create trigger bill_guard before update or delete on bills.bill
  for each row execute function bills.bill_guard();
create trigger item_guard before insert or update or delete on bills.item
  for each row execute function bills.bill_guard();
revoke execute on function bills.bill_guard from public;

alter table bills.bill enable row level security;
alter table bills.item enable row level security;
create policy worked on bills.bill
  using ((select data.house()) or workspace in (select books.worked()));
create policy worked on bills.item
  using ((select data.house()) or workspace in (select books.worked()));
