-- What a line was in another currency, with the rate by which the books show it.
create table bookkeeping.foreign_amount (
  entry uuid not null,
  place smallint not null,
  workspace uuid not null references books.book,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- debits above zero, in minor units of that currency
  amount bigint not null check (amount <> 0 and abs(amount) <= 1000000000000000),
  -- what one of it is in the currency of the books
  rate numeric(24, 12) not null check (rate > 0),
  -- for which the rate is
  day date not null,
  -- who said the rate: the European Central Bank, or whoever wrote the line
  source text not null check (source in ('ECB', 'TYPED')),
  primary key (entry, place),
  foreign key (entry, place) references bookkeeping.line (entry, place) on delete cascade
);

-- As with lines: it is written while its entry is, and stays afterwards.
create function bookkeeping.foreign_guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare now_in text;
begin
  select e.state into now_in from bookkeeping.entry e
    where e.id = coalesce(new.entry, old.entry) for share;
  if tg_op = 'UPDATE' or now_in in ('PROPOSED', 'POSTED') then
    perform bookkeeping.refuse('lines of entry ' || coalesce(new.entry, old.entry) || ' stay',
      'lines_stay');
  end if;
  if tg_op = 'INSERT' and not exists (select from bookkeeping.line l
      where l.entry = new.entry and l.place = new.place and l.workspace = new.workspace
        and sign(l.amount) = sign(new.amount)) then
    perform bookkeeping.refuse('line ' || new.place || ' goes the other way', 'same_side');
  end if;
  return coalesce(new, old);
end $$;
create trigger foreign_guard before insert or update or delete on bookkeeping.foreign_amount
  for each row execute function bookkeeping.foreign_guard();

revoke update on bookkeeping.foreign_amount from diestra_app;
alter table bookkeeping.foreign_amount enable row level security;
create policy worked on bookkeeping.foreign_amount
  using ((select data.house()) or workspace in (select books.worked()));
