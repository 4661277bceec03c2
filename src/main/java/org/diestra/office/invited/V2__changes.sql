-- How often what somebody was asked to has been changed by mail, and on which day (UTC).
alter table invited.box add changes_on date;
alter table invited.box add changes int not null default 0 check (changes >= 0);
