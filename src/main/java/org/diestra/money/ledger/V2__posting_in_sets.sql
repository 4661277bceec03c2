-- Posting takes as long as what is posted, however much was before: each line finds its account, its
-- balance and its entry by an index. Left to itself the planner reads whole tables beside a set of
-- hundreds, and remembers what was best while they were small.

-- All lines of an entry come in one statement, sum to zero and stay within its book; what undoes
-- another is its exact opposite. Whoever inserts, also the owner of these tables. As the lines of an
-- entry are its first so many, none can be added later: its place is taken.
create or replace function ledger.whole() returns trigger
  language plpgsql set search_path = '' set enable_hashjoin = off set enable_mergejoin = off
  set enable_seqscan = off as $$
declare bad record;
begin
  select n.entry, e.lines, n.found, n.total into bad
  from (select entry, count(*) as found, max(line) as last, sum(amount) as total
    from new_rows group by entry) n join ledger.entry e on e.id = n.entry
  where n.total <> 0 or n.found <> e.lines or n.last <> e.lines
  limit 1;
  if found then
    raise exception 'entry % does not balance: % of % lines, sum %', bad.entry, bad.found, bad.lines,
      bad.total using errcode = 'check_violation', constraint = 'sums_to_zero';
  end if;
  select n.entry into bad
  from new_rows n join ledger.entry e on e.id = n.entry join ledger.account a on a.id = n.account
  where a.book <> e.book
  limit 1;
  if found then
    raise exception 'entry % has lines of another book', bad.entry
      using errcode = 'check_violation', constraint = 'sums_to_zero';
  end if;
  select e.id into bad
  from (select distinct entry from new_rows) n join ledger.entry e on e.id = n.entry
  where e.reverses is not null and exists (
    select from (select account, sum(amount) as amount from ledger.posting
        where entry in (e.id, e.reverses) group by account) both_ways
    where both_ways.amount <> 0)
  limit 1;
  if found then
    raise exception 'entry % is not the opposite of what it reverses', bad.id
      using errcode = 'check_violation', constraint = 'reversal_is_opposite';
  end if;
  return null;
end $$;

drop function ledger.post_lines;

-- As it was: what is new here is only how its rows are found.
create or replace function ledger.post(
    e_id uuid[], e_book text[], e_key text[], e_event text[], e_at timestamptz[], e_about text[],
    e_evidence text[], e_reverses uuid[], e_lines int[], e_body text[],
    p_entry int[], p_kind text[], p_code text[], p_owner uuid[], p_amount bigint[])
  returns table (posted_key text, posted_id uuid, posted_body text, is_fresh boolean)
  language plpgsql security definer set search_path = '' set enable_hashjoin = off
  set enable_mergejoin = off set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  fresh boolean[];
begin
  insert into ledger.book (id)
    select distinct b from unnest(e_book) b
    where not exists (select from ledger.book k where k.id = b)
    on conflict do nothing;

  -- in the order of their keys, so that two who post the same do not wait for each other crosswise
  insert into ledger.entry (id, book, key, event, at, about, evidence, reverses, lines, body)
    select n.id, n.book, n.key, n.event, n.at, n.about, n.evidence, n.reverses, n.lines, n.body
    from unnest(e_id, e_book, e_key, e_event, e_at, e_about, e_evidence, e_reverses, e_lines,
      e_body) as n(id, book, key, event, at, about, evidence, reverses, lines, body)
    order by n.key
    on conflict do nothing;
  fresh := array(
    select exists (select from ledger.entry e where e.id = n.id)
    from unnest(e_id) with ordinality as n(id, place) order by n.place);

  if true = any (fresh) then
    -- of two who give out of the house's own in one book, one does after the other: each looks at all
    -- parts of its accounts, and would otherwise wait for one that the other has written already
    perform from ledger.book b where b.id in (
      select e_book[n.entry] from unnest(p_entry, p_kind, p_amount) as n(entry, kind, amount)
      join ledger.kind k on k.id = n.kind
      where k.standing = 'HOUSE' and n.amount > 0)
      order by b.id for no key update;
    perform ledger.post_lines(fresh, e_id, e_at, p_entry,
      array(select e_book[n.entry] from unnest(p_entry) with ordinality as n(entry, place)
        order by n.place),
      p_kind, p_code, p_owner, p_amount);
    insert into ledger.loose select n.id from unnest(e_id, fresh) as n(id, is_new) where n.is_new;
  end if;

  return query
    select e.key, e.id, e.body, e.id = n.id
    from unnest(e_key, e_id) as n(key, id) join ledger.entry e on e.key = n.key;
end $$;

-- Of all arrays p_… one element is a line.
create function ledger.post_lines(
    fresh boolean[], e_id uuid[], e_at timestamptz[],
    p_entry int[], p_book text[], p_kind text[], p_code text[], p_owner uuid[], p_amount bigint[])
  returns void language plpgsql set search_path = '' set enable_hashjoin = off
  set enable_mergejoin = off set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  mine smallint := pg_backend_pid() % 16;
  p_account bigint[];
  p_busy boolean[];
  p_part smallint[];
  giving text;
begin
  insert into ledger.account (book, code, kind, owner, bound, busy)
    select distinct on (n.book, n.code) n.book, n.code, k.id, n.owner, k.bound, k.busy
    from unnest(p_book, p_kind, p_code, p_owner) as n(book, kind, code, owner)
    join ledger.kind k on k.id = n.kind
    where not exists (select from ledger.account a where a.book = n.book and a.code = n.code)
    order by n.book, n.code
    on conflict do nothing;

  select array_agg(a.id order by n.place), array_agg(a.busy order by n.place),
      array_agg((case when a.busy then mine else 0 end)::smallint order by n.place)
    into p_account, p_busy, p_part
    from unnest(p_book, p_code) with ordinality as n(book, code, place)
    join ledger.account a on a.book = n.book and a.code = n.code;

  insert into ledger.balance (account, part, bound, amount, postings)
    select distinct a.id, n.part, a.bound, 0, 0
    from unnest(p_account, p_part) as n(account, part) join ledger.account a on a.id = n.account
    where not exists (
      select from ledger.balance b where b.account = n.account and b.part = n.part)
    order by 1
    on conflict do nothing;

  -- everybody locks in this order, the busy ones last
  perform from (
      select distinct n.busy, n.account, n.part
      from unnest(p_busy, p_account, p_part) as n(busy, account, part)) n
    join ledger.balance b on b.account = n.account and b.part = n.part
    order by n.busy, n.account
    for no key update of b;

  with new_lines as (
    select e_id[n.entry] as entry, e_at[n.entry] as at,
      n.line - min(n.line) over (partition by n.entry) + 1 as line,
      n.account, n.busy, n.amount, n.line as place
    from unnest(p_entry, p_account, p_busy, p_amount) with ordinality
      as n(entry, account, busy, amount, line)
    where fresh[n.entry]
  ), numbered as (
    select l.*, a.owner,
      case when not l.busy
        then b.postings + row_number() over (partition by l.account order by l.place) end as number,
      case when not l.busy
        then b.amount + sum(l.amount) over (partition by l.account order by l.place) end as after
    from new_lines l join ledger.account a on a.id = l.account
    left join ledger.balance b on b.account = l.account and b.part = 0
  ), added as (
    insert into ledger.posting (entry, line, account, amount, number, after, at, owner)
      select entry, line, account, amount, number, after, at, owner from numbered
      order by numbered.place
      returning account, amount
  )
  update ledger.balance b set amount = b.amount + t.amount, postings = b.postings + t.postings
  from (select account, sum(amount) as amount, count(*) as postings from added group by account) t
    join ledger.account a on a.id = t.account
  where b.account = t.account and b.part = case when a.busy then mine else 0 end;

  for giving in
    select distinct n.book
    from unnest(p_entry, p_book, p_kind, p_amount) as n(entry, book, kind, amount)
    join ledger.kind k on k.id = n.kind
    where fresh[n.entry] and k.standing = 'HOUSE' and n.amount > 0
    order by 1
  loop
    perform ledger.require_own(giving);
  end loop;
end $$;

revoke execute on function ledger.post_lines from public;
