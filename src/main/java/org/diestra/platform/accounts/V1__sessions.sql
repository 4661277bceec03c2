-- Who is signed in where, in the columns that Spring Session asks for.
create table accounts.session (
  primary_id text primary key,
  session_id text not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name text
);
create index session_expiry on accounts.session (expiry_time);
create index session_principal on accounts.session (principal_name);

create table accounts.session_attributes (
  session_primary_id text not null references accounts.session (primary_id) on delete cascade,
  attribute_name text not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
