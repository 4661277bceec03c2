-- What the scheduler's row means here. Only the application writes rows; the scheduler picks them.
alter table timers.task
  add column timer text not null,
  add column key text not null default '',
  add column due_at timestamptz not null,
  -- whether a moved test clock stops at it; what merely sweeps now and then is not waited for
  add column exact boolean not null default true;

create index task_timer_key on timers.task (timer, key);

-- What failed for the last time and waits for an operator.
create table timers.given_up (
  timer text not null,
  key text not null,
  due_at timestamptz not null,
  failures int not null check (failures > 0),
  error text not null,
  at timestamptz not null,
  primary key (timer, key, due_at)
);

create index given_up_at on timers.given_up (at desc);
