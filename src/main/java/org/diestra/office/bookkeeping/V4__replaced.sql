-- Who named another account in what was proposed has a hand in it, until it is written anew.
alter table bookkeeping.entry add replaced_by uuid[] not null default '{}';

-- As it was; and where another may post, who named an account in it does not: two pairs of eyes see
-- every account. Where nobody else may, it is marked as one person's.
create or replace function bookkeeping.entry_guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare room books.book;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'DRAFT' then
      perform bookkeeping.refuse('an entry begins as a draft', 'begins_as_draft');
    end if;
    return new;
  end if;
  if old.state = 'POSTED' or tg_op = 'DELETE' and old.state = 'PROPOSED' then
    perform bookkeeping.refuse('entry ' || old.id || ' stays', 'posted_stays');
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if (new.id, new.workspace, new.key, new.made_by, new.made_at, new.reverses) is distinct from
      (old.id, old.workspace, old.key, old.made_by, old.made_at, old.reverses)
      or (old.state, new.state) not in (('DRAFT', 'DRAFT'), ('DRAFT', 'PROPOSED'),
        ('PROPOSED', 'DRAFT'), ('PROPOSED', 'RETURNED'), ('PROPOSED', 'POSTED'),
        ('PROPOSED', 'PROPOSED'), ('RETURNED', 'RETURNED'), ('RETURNED', 'PROPOSED')) then
    perform bookkeeping.refuse('entry ' || old.id || ' has no such step: ' || old.state || ' to '
      || new.state, 'no_such_step');
  end if;
  if new.state in ('DRAFT', 'RETURNED') then
    new.replaced_by := '{}';
  elsif not new.replaced_by @> old.replaced_by then
    perform bookkeeping.refuse('who named an account in it stays named', 'proposed_stays');
  end if;
  if old.state = 'PROPOSED' and (new.day, new.text, new.amount, new.written_by) is distinct from
      (old.day, old.text, old.amount, old.written_by)
      or new.state in ('POSTED', old.state) and old.state = 'PROPOSED'
        and new.proposed_by is distinct from old.proposed_by then
    perform bookkeeping.refuse('what was proposed is decided on as it is', 'proposed_stays');
  end if;
  if new.state = 'POSTED' then
    select b.* into room from books.book b where b.workspace = new.workspace for share;
    if new.day < room.begins or new.day <= room.closed_until then
      perform bookkeeping.refuse('the books are closed for ' || new.day, 'day_is_open');
    end if;
    if not books.checks(new.workspace, new.posted_by) then
      perform bookkeeping.refuse('who posts is none of those who may', 'checker_checks');
    end if;
    new.alone := new.posted_by in (new.proposed_by, new.written_by);
    if new.alone and not (room.alone and books.checkers(new.workspace) = 1) then
      perform bookkeeping.refuse('who writes does not post', 'two_pairs_of_eyes');
    end if;
    if new.posted_by = any(new.replaced_by) then
      if books.checkers(new.workspace) > 1 then
        perform bookkeeping.refuse('who names an account does not post', 'two_pairs_of_eyes');
      end if;
      new.alone := true;
    end if;
    perform bookkeeping.require_whole(new.id, new.amount, new.day);
    perform bookkeeping.require_open(new.id);
    if new.reverses is not null and exists (
        select from bookkeeping.line l where l.entry in (new.id, new.reverses)
        group by l.account having sum(l.amount) <> 0) then
      perform bookkeeping.refuse('entry ' || new.id || ' is not the opposite of what it undoes',
        'reversal_is_opposite');
    end if;
    new.year := extract(year from new.day - make_interval(months => room.first_month - 1));
    insert into bookkeeping.numbering as n (workspace, year, last)
      values (new.workspace, new.year, 1)
      on conflict (workspace, year) do update set last = n.last + 1
      returning n.last into new.number;
    update bookkeeping.line set posted = true where entry = new.id;
    insert into bookkeeping.turnover as t (workspace, account, month, debit, credit)
      select new.workspace, l.account, date_trunc('month', new.day)::date,
        coalesce(sum(l.amount) filter (where l.amount > 0), 0),
        coalesce(-sum(l.amount) filter (where l.amount < 0), 0)
      from bookkeeping.line l where l.entry = new.id group by l.account
      on conflict (workspace, account, month) do update
        set debit = t.debit + excluded.debit, credit = t.credit + excluded.credit;
  end if;
  return new;
end $$;

-- As it was, and who did it is kept. Another account in the place of a closed one, in what is proposed: of all that was written the one
-- thing that a checker changes. Answers how many lines it was.
create or replace function bookkeeping.replace_closed(which uuid, shut uuid, instead uuid) returns bigint
  language plpgsql security definer set search_path = '' as $$
declare lines bigint;
begin
  if not exists (select from bookkeeping.entry e
      where e.id = which and books.checks(e.workspace, data.caller())) then
    perform bookkeeping.refuse('who changes it is none of those who may', 'checker_checks');
  end if;
  with changed as (
    update bookkeeping.line set account = instead where entry = which and account = shut returning 1)
  select count(*) into lines from changed;
  update bookkeeping.entry e set replaced_by = e.replaced_by || data.caller()
    where e.id = which and not data.caller() = any(e.replaced_by);
  return lines;
end $$;
