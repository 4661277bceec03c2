-- A payment may be for an extra of a contract as well, whose id a module above knows.
alter table payments.pay_in add column extra uuid;
alter table payments.pay_in add constraint pay_in_what check (task is null or extra is null);
drop index payments.pay_in_live_hours;
create unique index pay_in_live_hours on payments.pay_in (contract)
  where task is null and extra is null and state in ('OPEN', 'SENT');
create unique index pay_in_live_extra on payments.pay_in (extra) where state in ('OPEN', 'SENT');

alter table payments.release add column extra uuid;
alter table payments.release drop constraint release_what;
alter table payments.release add constraint release_what check (num_nonnulls(task, week, extra) = 1);
-- An extra is released once, whatever else fails.
create unique index release_extra on payments.release (extra) where extra is not null;
