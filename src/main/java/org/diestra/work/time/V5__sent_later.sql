-- What a device says it counted, and says more than some minutes later, is not what the house saw.
alter table "time".entry drop constraint entry_source_check;
alter table "time".entry add constraint entry_source_check
  check (source in ('TIMER', 'SENT', 'MANUAL'));
alter table "time".timer add column late boolean not null default false;
