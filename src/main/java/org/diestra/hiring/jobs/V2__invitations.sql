-- Whom a client asked to look at a job.
create table jobs.invitation (
  post uuid not null references jobs.post on delete cascade,
  person uuid not null references accounts.person,
  invited_by uuid not null references accounts.person,
  invited_at timestamptz not null,
  primary key (post, person)
);

create index invitation_by_person on jobs.invitation (person, invited_at desc);
