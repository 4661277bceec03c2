-- What the addresses are signed with that answers to mails go to; made once.
create table mail.seal (
  only_one boolean primary key default true check (only_one),
  secret bytea not null check (length(secret) = 32)
);
