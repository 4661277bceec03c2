-- What a client's bank took back of what is still on hold: the rest is what will be available.
alter table payments.release add column taken bigint not null default 0;
alter table payments.release add constraint release_taken check (taken between 0 and net);
