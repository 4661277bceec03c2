-- Where a task in dispute came from, and what was left of the time to look at what was delivered.
alter table tasks.task add column disputed_from text
  check (disputed_from in ('IN_PROGRESS', 'DELIVERED', 'CHANGES_REQUESTED'));
alter table tasks.task add column seconds_left bigint check (seconds_left >= 0);
alter table tasks.task add constraint task_disputed
  check ((stage = 'DISPUTED') = (disputed_from is not null)
    and (seconds_left is not null) = (disputed_from is not distinct from 'DELIVERED'));
