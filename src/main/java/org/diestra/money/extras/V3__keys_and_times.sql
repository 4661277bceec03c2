-- Sending the form twice is as once; the id is the house's own.
alter table extras.expense add column key uuid;
update extras.expense set key = id;
alter table extras.expense alter column key set not null;
create unique index expense_key on extras.expense (contract, key);

-- When time decides, so that what a timer has lost is found again. Old ones are looked at once.
alter table extras.expense add column due_at timestamptz;
update extras.expense set due_at = now() where state in ('ASKED', 'APPROVED', 'FUNDED', 'HANDED');
create index expense_due on extras.expense (due_at) where due_at is not null;
-- What waits for somebody.
create index expense_open on extras.expense (contract, since)
  where state in ('ASKED', 'APPROVED', 'FUNDED', 'HANDED', 'RETURNED');
