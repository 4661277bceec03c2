-- What a reply address is made for: whose answer to a mail goes into which thread.
alter table messaging.participant
  add column reply uuid not null default gen_random_uuid() unique;
