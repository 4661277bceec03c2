-- What clients have promised to pay assistants themselves. A book of rail "direct" has that, what is
-- set apart of it and what is earned of it, and nothing else; no other book has any of it: what is
-- promised is never counted as money, given back or paid out.
insert into ledger.kind (id, standing, bound, busy) values ('PROMISED', 'HOLDING', 0, true);
alter table ledger.account add constraint promises_apart check (
  case
    when book like 'direct/%' then kind in ('PROMISED', 'ESCROW', 'PAYABLE_HELD')
    else kind <> 'PROMISED'
  end);
