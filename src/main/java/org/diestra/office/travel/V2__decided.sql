-- Where the client last saw a leg: further shifts are measured from there, however many small steps
-- they come in.
alter table travel.leg add allowed_from timestamptz;
alter table travel.leg add allowed_to timestamptz;

-- As it was; and what was decided stays as it was decided, and people decide in their own name.
create or replace function travel.trip_guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    perform travel.refuse('trip ' || old.id || ' stays', 'trip_stays');
  end if;
  if (new.id, new.workspace, new.key, new.made_by, new.made_at) is distinct from
      (old.id, old.workspace, old.key, old.made_by, old.made_at)
      or new.version <> old.version + 1
      or (old.state, new.state) not in (('REQUESTED', 'REQUESTED'), ('REQUESTED', 'RESEARCHING'),
        ('RESEARCHING', 'RESEARCHING'), ('RESEARCHING', 'OPTIONS_SENT'),
        ('OPTIONS_SENT', 'RESEARCHING'), ('OPTIONS_SENT', 'CHOSEN'),
        ('CHOSEN', 'RESEARCHING'), ('CHOSEN', 'AUTHORISED'),
        ('AUTHORISED', 'PRICE_CHANGED'), ('AUTHORISED', 'BOOKED'),
        ('PRICE_CHANGED', 'PRICE_CHANGED'), ('PRICE_CHANGED', 'OPTIONS_SENT'),
        ('BOOKED', 'BOOKED'), ('BOOKED', 'TRAVELLING'), ('BOOKED', 'CLOSED'),
        ('TRAVELLING', 'TRAVELLING'), ('TRAVELLING', 'CLOSED'))
      and not (new.state = 'CANCELLED' and old.state not in ('CLOSED', 'CANCELLED')) then
    perform travel.refuse('trip ' || old.id || ' has no such step: ' || old.state || ' to '
      || new.state, 'no_such_step');
  end if;
  if new.state in ('AUTHORISED', 'PRICE_CHANGED', 'BOOKED', 'TRAVELLING', 'CLOSED', 'CANCELLED')
        and (new.option, new.total, new.paid_in, new.chosen_by, new.sent_by) is distinct from
          (old.option, old.total, old.paid_in, old.chosen_by, old.sent_by)
      or new.state in ('PRICE_CHANGED', 'BOOKED', 'TRAVELLING', 'CLOSED', 'CANCELLED')
        and (new.ceiling, new.authorised_by) is distinct from (old.ceiling, old.authorised_by)
      or (old.state in ('BOOKED', 'TRAVELLING') or new.state = 'CANCELLED')
        and (new.price, new.code, new.booked_by) is distinct from
          (old.price, old.code, old.booked_by) then
    perform travel.refuse('what was decided on trip ' || old.id || ' stays', 'decided_stays');
  end if;
  if new.state <> old.state and not data.house() and (
      new.state = 'CHOSEN' and new.chosen_by is distinct from data.caller()
      or new.state = 'AUTHORISED' and new.authorised_by is distinct from data.caller()
      or new.state = 'BOOKED' and new.booked_by is distinct from data.caller()) then
    perform travel.refuse('nobody decides in the name of another', 'own_name');
  end if;
  if new.state = 'CHOSEN' and (new.chosen_by = new.sent_by
        or exists (select from travel.option o where o.id = new.option
          and o.written_by = new.chosen_by))
      or new.state = 'AUTHORISED' and (new.authorised_by = new.sent_by
        or exists (select from travel.option o where o.id = new.option
          and o.written_by = new.authorised_by)) then
    perform travel.refuse('who prepares does not decide', 'two_pairs_of_eyes');
  end if;
  if new.state = 'CHOSEN' and not exists (select from travel.option o
      where o.id = new.option and o.trip = new.id and o.total = new.total
        and o.currency = new.paid_in and o.valid_until > new.since) then
    perform travel.refuse('what is chosen is on the sheet as it stands', 'on_the_sheet');
  end if;
  return new;
end $$;
