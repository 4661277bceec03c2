-- Hidden because its person is kept out; it comes back with the person.
alter table talent.profile add column withheld boolean not null default false;
