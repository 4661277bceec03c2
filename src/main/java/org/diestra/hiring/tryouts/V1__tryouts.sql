-- What a client asked for, once for all who were asked at the same time. Never changed.
create table tryouts.task (
  id uuid primary key,
  job uuid not null references jobs.post,
  organisation uuid not null references accounts.organisation,
  asked_by uuid not null references accounts.person,
  what text not null check (length(what) between 1 and 6000),
  minutes int not null check (minutes between 1 and 15),
  file uuid references blobs.blob,
  -- the file's first line, where it is a text or a sheet; for the guard against slices
  head text check (length(head) <= 300),
  due_on date not null,
  -- the client declared that nothing in it is real
  declared_at timestamptz not null
);

create index task_by_job on tryouts.task (job, declared_at);
create index task_by_organisation on tryouts.task (organisation, declared_at);

create table tryouts.tryout (
  id uuid primary key,
  task uuid not null references tryouts.task,
  bid uuid not null references proposals.bid,
  person uuid not null references accounts.person,
  state text not null check (state in ('REQUESTED', 'ACCEPTED', 'DECLINED', 'SUBMITTED', 'SCORED',
    'WITHDRAWN', 'EXPIRED')),
  since timestamptz not null,
  -- the end of the task's day on the later clock of the two, and that clock's zone
  due_at timestamptz not null,
  zone text not null,
  version int not null check (version > 0),
  reason text check (length(reason) between 1 and 500),
  submitted_at timestamptz,
  note text check (length(note) between 1 and 500),
  check ((state = 'DECLINED') = (reason is not null)),
  check ((state in ('SUBMITTED', 'SCORED')) = (submitted_at is not null)),
  check (note is null or state = 'SCORED')
);

-- A bidder gives one sample for a bid; only what was taken back or ran out may be asked for again.
create unique index tryout_one on tryouts.tryout (bid) where state not in ('WITHDRAWN', 'EXPIRED');
create index tryout_by_bid on tryouts.tryout (bid);
create index tryout_by_task on tryouts.tryout (task);
create index tryout_waiting on tryouts.tryout (person, due_at)
  where state in ('REQUESTED', 'ACCEPTED');

-- What was handed in. Only added to.
create table tryouts.delivery (
  tryout uuid primary key references tryouts.tryout,
  text text not null check (length(text) <= 10000),
  -- of the text in its plain words; null where there are too few to tell
  words bytea check (octet_length(words) = 32),
  -- somebody else handed in the same text before
  copied boolean not null,
  at timestamptz not null
);
create index delivery_words on tryouts.delivery (words) where words is not null;

create table tryouts.piece (
  tryout uuid not null references tryouts.delivery,
  place int not null check (place between 1 and 5),
  file uuid not null references blobs.blob,
  -- somebody else brought the same bytes, or a picture that looks the same, before
  copied boolean not null,
  primary key (tryout, place),
  unique (tryout, file)
);
revoke update, delete, truncate on tryouts.delivery, tryouts.piece from diestra_app;

create table tryouts.score (
  tryout uuid not null references tryouts.delivery,
  area text not null check (area in
    ('ADMIN', 'BOOKKEEPING', 'SOCIAL', 'BLOG', 'TRAVEL', 'APPOINTMENTS', 'DATA_ENTRY', 'FILES')),
  points int not null check (points between 0 and 5),
  primary key (tryout, area)
);

-- A client whose requests look like work in slices; an operator looks before the job goes on.
create table tryouts.flag (
  id uuid primary key,
  job uuid not null references jobs.post,
  organisation uuid not null references accounts.organisation,
  at timestamptz not null,
  bidders int not null check (bidders > 0),
  -- the tasks that belong together, and the one that was held back, as it was written
  tasks uuid[] not null,
  held text not null
);
create index flag_by_organisation on tryouts.flag (organisation, at);
create index flag_newest on tryouts.flag (at desc, id);
