-- What is paid beside the work, such as a tip, is sold as well: it has a title, and no task.
alter table invoices.due drop constraint due_check;
alter table invoices.due drop constraint due_check1;
alter table invoices.due add constraint due_week
  check ((week is null) = (minutes is null) and (week is null) = (rate is null));
alter table invoices.due add constraint due_title check ((week is null) = (title is not null));
alter table invoices.due add constraint due_task check (task is null or week is null);
