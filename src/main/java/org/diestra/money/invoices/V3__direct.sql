-- What is paid from account to account is not paid yet when it is invoiced.
alter table invoices.due add column direct boolean not null default false;
