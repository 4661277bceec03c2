-- A payment may be for the hours of a contract as a whole as well: then it has no task.
alter table payments.pay_in alter column task drop not null;
create unique index pay_in_live_hours on payments.pay_in (contract)
  where task is null and state in ('OPEN', 'SENT');

-- The same for what was released; then it has the Monday of the week it was worked in.
alter table payments.release drop constraint release_net_check;
alter table payments.release alter column task drop not null;
alter table payments.release add column week date;
-- Of the price, and what either side paid the house on it.
alter table payments.release add column price bigint;
alter table payments.release add column client_fee bigint;
alter table payments.release add column made_at timestamptz;
update payments.release r set
  made_at = e.at,
  price = (select sum(p.amount) from ledger.posting p join ledger.account a on a.id = p.account
    where p.entry = e.id and a.kind = 'ESCROW' and a.code like '%:Work'),
  client_fee = (select coalesce(sum(p.amount), 0) from ledger.posting p
    join ledger.account a on a.id = p.account
    where p.entry = e.id and a.kind = 'ESCROW' and a.code like '%:Fee')
from ledger.entry e where e.id = r.entry;
alter table payments.release alter column price set not null;
alter table payments.release alter column client_fee set not null;
alter table payments.release alter column made_at set not null;
alter table payments.release add constraint release_what check ((task is null) <> (week is null));
alter table payments.release add constraint release_amounts
  check (price > 0 and client_fee >= 0 and net between 0 and price);
create index release_contract on payments.release (contract, made_at desc);
create index release_weeks on payments.release (due_at)
  where week is not null and matured_at is null;
