-- What clients have promised to pay assistants themselves. A book of rail "direct" has nothing else,
-- and no other book has any of it: what is promised is never counted as money.
insert into ledger.kind (id, standing, bound, busy) values ('PROMISED', 'HOLDING', 0, true);
alter table ledger.account add constraint promises_apart check (
  case kind
    when 'PROMISED' then book like 'direct/%'
    when 'CLIENT_MONEY' then book not like 'direct/%'
    else true
  end);
