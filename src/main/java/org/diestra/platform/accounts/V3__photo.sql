-- The photo is one of the house's files; held, so that it stays as long as it is shown.
alter table accounts.person drop column photo;
alter table accounts.person add column photo uuid;
