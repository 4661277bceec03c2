-- For how many minutes something that should be read waits before it goes out by mail; without a
-- row it is 15.
create table notifications.patience (
  person uuid primary key references accounts.person on delete cascade,
  minutes int not null check (minutes between 1 and 1440)
);
