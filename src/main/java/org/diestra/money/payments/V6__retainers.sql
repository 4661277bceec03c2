-- A payment may be for a month of a retainer as well, whose id a module above knows.
alter table payments.pay_in add column period uuid;
alter table payments.pay_in drop constraint pay_in_what;
alter table payments.pay_in add constraint pay_in_what check (num_nonnulls(task, extra, period) <= 1);
drop index payments.pay_in_live_hours;
create unique index pay_in_live_hours on payments.pay_in (contract)
  where task is null and extra is null and period is null and state in ('OPEN', 'SENT');
create unique index pay_in_live_period on payments.pay_in (period) where state in ('OPEN', 'SENT');

alter table payments.release add column period uuid;
alter table payments.release drop constraint release_what;
alter table payments.release add constraint release_what
  check (num_nonnulls(task, week, extra, period) = 1);
create index release_period on payments.release (period) where period is not null;
