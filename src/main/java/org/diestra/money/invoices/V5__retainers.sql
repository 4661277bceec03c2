-- A month of a retainer is sold from its first to its last day; whole, it is one month of it.
alter table invoices.due add column first_day date;
alter table invoices.due add column last_day date check (last_day >= first_day);
alter table invoices.due add column month boolean not null default false;
alter table invoices.due add constraint due_days check ((first_day is null) = (last_day is null));
alter table invoices.invoice add column month boolean;
