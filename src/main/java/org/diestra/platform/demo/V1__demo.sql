create table demo.played (
  part text primary key,
  at timestamptz not null
);
