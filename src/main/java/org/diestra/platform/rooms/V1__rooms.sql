create table rooms.room (
  id uuid primary key,
  kind text not null check (kind ~ '^[a-z]{1,40}$'),
  subject uuid not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null check (closes_at > opens_at),
  closed_at timestamptz,
  unique (kind, subject)
);

-- What lets one person in, once: it is gone when it is used. Only its hash is kept.
create table rooms.token (
  hash text primary key check (length(hash) = 64),
  room uuid not null references rooms.room on delete cascade,
  person uuid not null references accounts.person,
  expires_at timestamptz not null
);
create index token_expiry on rooms.token (expires_at);

-- Whom the host has let in. The number says who yields when two speak at once in signalling.
create table rooms.seat (
  room uuid not null references rooms.room on delete cascade,
  person uuid not null references accounts.person,
  number int not null check (number > 0),
  at timestamptz not null,
  primary key (room, person),
  unique (room, number)
);

create table rooms.stay (
  id uuid primary key,
  room uuid not null references rooms.room on delete cascade,
  person uuid not null references accounts.person,
  host boolean not null,
  came_at timestamptz not null,
  left_at timestamptz check (left_at >= came_at)
);
create index stay_by_room on rooms.stay (room, came_at);
