-- Programs keep contacts too.
alter table programs.password drop constraint password_parts_check;
alter table programs.password add constraint password_parts_check
  check (cardinality(parts) > 0 and parts <@ array['FILES', 'CALENDARS', 'CONTACTS']);
