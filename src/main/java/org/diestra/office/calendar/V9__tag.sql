-- What an event was called before nothing but answers of the people asked to it was written into it
-- (RFC 6638, section 3.2.10): who read it then has missed nothing that they could write over.
alter table calendar.object add column tag text check (tag ~ '^[0-9a-f]{64}$');
