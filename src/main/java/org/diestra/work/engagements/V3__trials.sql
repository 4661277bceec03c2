-- A contract for one paid trial ends when that is done, or will not be.
alter table engagements.engagement drop constraint engagement_ended_check;
alter table engagements.engagement add constraint engagement_ended_check
  check (ended in ('CANCELLED', 'NOTICE', 'SAFETY', 'DONE'));
