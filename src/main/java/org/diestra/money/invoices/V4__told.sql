-- Whoever can mend it was told that it waits: once a run is through, not while it makes invoices.
alter table invoices.due add column told boolean not null default false;
update invoices.due set told = true where waits is not null;
create index due_untold on invoices.due (entry) where waits is not null and not told;
