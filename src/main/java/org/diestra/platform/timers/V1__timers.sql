-- db-scheduler's one table.
create table timers.task (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  state text,
  primary key (task_name, task_instance)
);
create index task_due on timers.task (execution_time);
create index task_heartbeat on timers.task (last_heartbeat);
create index task_urgent on timers.task (priority desc, execution_time);

-- Modulith's registry: an event for a listener, until it has run.
create table timers.event_publication (
  id uuid primary key,
  listener_id text not null,
  event_type text not null,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date timestamptz,
  status text,
  completion_attempts int,
  last_resubmission_date timestamptz
);
create index event_publication_event on timers.event_publication using hash (serialized_event);
create index event_publication_completed on timers.event_publication (completion_date);
