-- What is held for a task and kept apart while a dispute about it is open.
alter table payments.holding add column kept bigint not null default 0 check (kept >= 0);
alter table payments.holding add column fee_kept bigint not null default 0 check (fee_kept >= 0);
alter table payments.holding add column dispute uuid;
alter table payments.holding add constraint holding_kept
  check (dispute is not null or kept + fee_kept = 0);
