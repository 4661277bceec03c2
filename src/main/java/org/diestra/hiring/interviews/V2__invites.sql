-- What the two people's calendars hold: the time that was agreed last, and how new that is.
create table interviews.invite (
  interview uuid primary key references interviews.interview,
  start_at timestamptz not null,
  minutes int not null check (minutes in (15, 30, 45, 60, 90)),
  sequence int not null check (sequence > 0),
  cancelled boolean not null
);
