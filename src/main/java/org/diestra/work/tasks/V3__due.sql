-- What falls due in the days that a calendar shows, whoever looks at it.
create index task_due on tasks.task (due_at) where due_at is not null;
