-- As it was; but what is summed is what stands once the paper is held, so that of two at once
-- neither is left out.
create or replace function dues.count_settled() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare which uuid := coalesce(new.due, old.due);
begin
  perform 1 from dues.due d where d.id = which for no key update;
  update dues.due d set settled = coalesce((select sum(s.amount) from dues.settlement s
      where s.due = d.id and not s.undone), 0)
    where d.id = which;
  return null;
end $$;

-- What was set off against a paper that was undone before is to be paid again.
delete from dues.settlement s using dues.due d
  where d.undone and s.against is not null and d.id in (s.due, s.against);

-- As it was; and what was set off against a paper that is undone is to be paid again. What undoes
-- the undoing brings the paper back, and its payment where that is still to be paid.
create or replace function dues.note_undone() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  which uuid := new.reverses;
  above uuid;
  times int := 1;
begin
  loop
    select e.reverses into above from bookkeeping.entry e where e.id = which;
    exit when above is null;
    which := above;
    times := times + 1;
  end loop;
  -- nobody pays any of these meanwhile; in the order in which they are locked elsewhere
  perform 1 from dues.due d
    where d.entry = which
      or d.id in (select s.due from dues.settlement s where s.entry = which)
      or d.id in (select s.due from dues.settlement s join dues.due o on o.id = s.against
        where o.entry = which)
    order by d.id for no key update;
  if times % 2 = 1 then
    delete from dues.settlement s using dues.due d
      where d.entry = which and s.against is not null and d.id in (s.due, s.against);
    update dues.due set undone = true where entry = which;
    update dues.settlement set undone = true where entry = which;
  else
    update dues.due set undone = false where entry = which;
    update dues.settlement s set undone = false from dues.due d
      where s.entry = which and s.undone and d.id = s.due
        and abs(d.settled + s.amount) <= abs(d.amount);
  end if;
  return null;
end $$;
