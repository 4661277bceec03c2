-- A secret address shows a calendar as long as whoever made it may manage that.
alter table calendar.calendar add column feed_by uuid references accounts.person;
update calendar.calendar set feed = null where feed is not null;

-- How far somebody else than the caller may go in a calendar, at that moment; null for not at all.
create function calendar.reach_of(who uuid, which uuid, now timestamptz) returns int
  language plpgsql volatile security definer set search_path = ''
  as $$
    declare
      asking text := coalesce(current_setting('diestra.caller', true), '');
      reach int;
    begin
      perform set_config('diestra.caller', who::text, true);
      select max(r.reach) into reach from calendar.reaches() r
        where r.calendar = which and (r.until is null or r.until > now);
      perform set_config('diestra.caller', asking, true);
      return reach;
    end
  $$;
