-- What one member of the client's team thought. Others read it once they have locked their own.
create table interviews.scorecard (
  interview uuid not null references interviews.interview,
  member uuid not null references accounts.person,
  notes text not null default '' check (length(notes) <= 4000),
  -- for this member alone, for ever
  own text not null default '' check (length(own) <= 4000),
  at timestamptz not null,
  locked_at timestamptz,
  primary key (interview, member)
);

create table interviews.score (
  interview uuid not null,
  member uuid not null,
  criterion text not null check (criterion ~ '^[a-z-]{1,40}$'),
  score int not null check (score between 1 and 5),
  primary key (interview, member, criterion),
  foreign key (interview, member) references interviews.scorecard
);
