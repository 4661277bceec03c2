-- The mark is for those who post, each in their own name: neither set for another nor taken away.
create or replace function statements.account_guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if (new.id, new.workspace, new.ledger) is distinct from (old.id, old.workspace, old.ledger) then
    raise exception 'a bank account stays with its account' using errcode = 'check_violation',
      constraint = 'account_stays';
  end if;
  if (new.reconciled_until, new.reconciled_by, new.reconciled_at) is distinct from
        (old.reconciled_until, old.reconciled_by, old.reconciled_at)
      and not data.house()
      and (new.reconciled_by is distinct from data.caller()
        or not books.checks(new.workspace, data.caller())) then
    raise exception 'reconciling is for those who post' using errcode = 'check_violation',
      constraint = 'checker_reconciles';
  end if;
  return new;
end $$;

create function statements.is_reconciled(account uuid, day date) returns boolean
  language sql stable set search_path = ''
  as $$
    select exists (select from statements.account a
      where a.id = is_reconciled.account and a.reconciled_until >= is_reconciled.day)
  $$;
revoke execute on function statements.is_reconciled from public;

-- As it was; and of days that are reconciled no line comes or is called another.
create or replace function statements.line_guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if statements.is_reconciled(new.account, new.day) then
      raise exception '% is reconciled', new.day using errcode = 'check_violation',
        constraint = 'reconciled_stays';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if exists (select from statements.match m where m.line = old.id) or old.ignored is not null
        or statements.is_reconciled(old.account, old.day) then
      raise exception 'line % has been dealt with', old.id using errcode = 'check_violation',
        constraint = 'dealt_with_stays';
    end if;
    return old;
  end if;
  if (new.id, new.account, new.workspace, new.import, new.key, new.day, new.amount, new.party,
      new.counter, new.words, new.folded, new.end_to_end, new.bank) is distinct from
      (old.id, old.account, old.workspace, old.import, old.key, old.day, old.amount, old.party,
      old.counter, old.words, old.folded, old.end_to_end, old.bank) then
    raise exception 'a line stays as the bank gave it' using errcode = 'check_violation',
      constraint = 'line_stays';
  end if;
  if new.ignored is distinct from old.ignored
      and statements.is_reconciled(old.account, old.day) then
    raise exception '% is reconciled', old.day using errcode = 'check_violation',
      constraint = 'reconciled_stays';
  end if;
  return new;
end $$;
drop trigger line_guard on statements.line;
create trigger line_guard before insert or update or delete on statements.line
  for each row execute function statements.line_guard();

-- What shows a line of a reconciled day goes on showing it.
create function statements.match_guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from statements.line l
      where l.id = coalesce(new.line, old.line)
        and statements.is_reconciled(l.account, l.day)) then
    raise exception 'line % is reconciled', coalesce(new.line, old.line)
      using errcode = 'check_violation', constraint = 'reconciled_stays';
  end if;
  return coalesce(new, old);
end $$;
create trigger match_guard before insert or delete on statements.match
  for each row execute function statements.match_guard();
