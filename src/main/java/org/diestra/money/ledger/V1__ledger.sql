-- The chart: what kinds of account there are, as Kind.java has them.
create table ledger.kind (
  id text primary key,
  -- HOLDING: the money itself; OWED: somebody's; HOUSE: the house's own
  standing text not null check (standing in ('HOLDING', 'OWED', 'HOUSE')),
  -- the sign that a balance may have, debits above zero: -1 never a debit, 1 never a credit
  bound smallint not null check (bound in (-1, 0, 1)),
  -- nearly every entry touches it: its balance lies in 16 parts
  busy boolean not null
);
insert into ledger.kind (id, standing, bound, busy) values
  ('CLIENT_MONEY', 'HOLDING', 0, true),
  ('ESCROW', 'OWED', -1, false),
  ('PAYABLE_HELD', 'OWED', -1, false),
  ('PAYABLE_AVAILABLE', 'OWED', -1, false),
  ('PAYABLE_SENT', 'OWED', -1, false),
  ('REFUNDABLE', 'OWED', -1, false),
  ('REFUND_SENT', 'OWED', -1, false),
  ('DISPUTED', 'OWED', -1, false),
  ('UNMATCHED', 'OWED', -1, false),
  ('WITHHOLDING', 'OWED', 0, true),
  ('VAT', 'HOUSE', 0, true),
  ('FEES', 'HOUSE', 0, true),
  ('RAIL_COSTS', 'HOUSE', 0, true),
  ('RECEIVABLE', 'HOUSE', 1, false),
  ('EXCHANGE', 'HOUSE', 0, true),
  ('HOUSE', 'HOUSE', 0, true);

-- A rail's money in one currency, and the last link of its chain.
create table ledger.book (
  id text primary key check (id ~ '^[a-z][a-z0-9-]{1,19}/[A-Z]{3}$'),
  links bigint not null default 0 check (links >= 0),
  head text not null default repeat('0', 64) check (head ~ '^[0-9a-f]{64}$')
);

create table ledger.account (
  id bigint generated always as identity primary key,
  book text not null references ledger.book,
  code text not null check (length(code) <= 200),
  kind text not null references ledger.kind,
  -- a person or an organisation; null for the house's
  owner uuid,
  -- kept here too, as the check on a balance needs it
  bound smallint not null,
  busy boolean not null,
  unique (book, code)
);
create index account_owner on ledger.account (owner) where owner is not null;
create index account_kind on ledger.account (book, kind);

-- What the postings of an account come to, debits above zero, and how many there are. Of a busy
-- one each connection writes its own part.
create table ledger.balance (
  account bigint not null references ledger.account,
  part smallint not null check (part between 0 and 15),
  bound smallint not null,
  amount bigint not null check (abs(amount) <= 1000000000000000),
  postings bigint not null check (postings >= 0),
  primary key (account, part),
  constraint below_its_floor check (bound = 0 or amount * bound >= 0)
) with (fillfactor = 70);

create table ledger.entry (
  id uuid primary key,
  book text not null references ledger.book,
  key text not null unique check (length(key) between 1 and 200),
  event text not null check (event ~ '^[A-Z_]{2,30}$'),
  at timestamptz not null,
  about text check (length(about) between 1 and 200),
  evidence text check (length(evidence) between 1 and 500),
  -- undone once at most
  reverses uuid unique references ledger.entry,
  lines smallint not null check (lines between 2 and 100),
  -- over all it says but the instant
  body text not null check (body ~ '^[0-9a-f]{64}$')
);
create index entry_at on ledger.entry (book, at, id);

create table ledger.posting (
  entry uuid not null references ledger.entry,
  line smallint not null check (line between 1 and 100),
  account bigint not null references ledger.account,
  -- debits above zero
  amount bigint not null check (amount <> 0 and abs(amount) <= 1000000000000000),
  -- the how manieth of its account this is, and the balance after it; not known of busy ones
  number bigint,
  after bigint,
  -- its entry's and its account's
  at timestamptz not null,
  owner uuid,
  -- given while its account is locked, so that a statement in this order runs from line to line
  place bigint not null generated always as identity,
  primary key (entry, line),
  check ((number is null) = (after is null))
);
create unique index posting_account on ledger.posting (account, number) where number is not null;
create index posting_owner on ledger.posting (owner, place) where owner is not null;

-- The chain of a book: each link's hash is over the hash before it and its entry.
create table ledger.link (
  book text not null references ledger.book,
  number bigint not null check (number >= 1),
  entry uuid not null unique references ledger.entry,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (book, number)
);

-- What is to be chained next. The only table here from which anything is removed.
create table ledger.loose (entry uuid primary key references ledger.entry);

create function ledger.never() returns trigger language plpgsql as
$$ begin raise exception '% is only added to', tg_table_name; end $$;
create trigger entry_stays before update or delete on ledger.entry
  for each row execute function ledger.never();
create trigger posting_stays before update or delete on ledger.posting
  for each row execute function ledger.never();
create trigger link_stays before update or delete on ledger.link
  for each row execute function ledger.never();
create trigger account_stays before update or delete on ledger.account
  for each row execute function ledger.never();
create trigger entry_all_stay before truncate on ledger.entry
  for each statement execute function ledger.never();
create trigger posting_all_stay before truncate on ledger.posting
  for each statement execute function ledger.never();
create trigger link_all_stay before truncate on ledger.link
  for each statement execute function ledger.never();

-- All lines of an entry come in one statement, sum to zero and stay within its book; what undoes
-- another is its exact opposite. Whoever inserts, also the owner of these tables.
create function ledger.whole() returns trigger language plpgsql set search_path = '' as $$
declare bad record;
begin
  select e.id, e.lines, count(*) as found, sum(p.amount) as total into bad
  from (select distinct entry from new_rows) n join ledger.entry e on e.id = n.entry
  join ledger.posting p on p.entry = e.id join ledger.account a on a.id = p.account
  group by e.id, e.lines, e.book
  having sum(p.amount) <> 0 or count(*) <> e.lines or bool_or(a.book <> e.book)
  limit 1;
  if found then
    raise exception 'entry % does not balance: % of % lines, sum %', bad.id, bad.found, bad.lines,
      bad.total using errcode = 'check_violation', constraint = 'sums_to_zero';
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
create trigger posting_whole after insert on ledger.posting
  referencing new table as new_rows for each statement execute function ledger.whole();

-- Posts entries, all or none. The arrays e_… have an element an entry; p_… one a line, in the order
-- of the entries, p_entry being the place of its entry, counted from 1. Gives what stands under each
-- key afterwards: an earlier entry, where there is one, and then nothing of the new one is posted.
create function ledger.post(
    e_id uuid[], e_book text[], e_key text[], e_event text[], e_at timestamptz[], e_about text[],
    e_evidence text[], e_reverses uuid[], e_lines int[], e_body text[],
    p_entry int[], p_kind text[], p_code text[], p_owner uuid[], p_amount bigint[])
  returns table (posted_key text, posted_id uuid, posted_body text, is_fresh boolean)
  language plpgsql security definer set search_path = '' as $$
declare
  fresh_ids uuid[];
begin
  insert into ledger.book (id)
    select distinct b from unnest(e_book) b
    where not exists (select from ledger.book k where k.id = b)
    on conflict do nothing;

  -- in the order of their keys, so that two who post the same do not wait for each other crosswise
  with made as (
    insert into ledger.entry (id, book, key, event, at, about, evidence, reverses, lines, body)
      select n.id, n.book, n.key, n.event, n.at, n.about, n.evidence, n.reverses, n.lines, n.body
      from unnest(e_id, e_book, e_key, e_event, e_at, e_about, e_evidence, e_reverses, e_lines,
        e_body) as n(id, book, key, event, at, about, evidence, reverses, lines, body)
      order by n.key
      on conflict do nothing
      returning entry.id)
  select array_agg(made.id) into fresh_ids from made;

  if fresh_ids is not null then
    -- of two who give out of the house's own in one book, one does after the other: each looks at all
    -- parts of its accounts, and would otherwise wait for one that the other has written already
    perform from ledger.book b where b.id in (
      select e_book[n.entry] from unnest(p_entry, p_kind, p_amount) as n(entry, kind, amount)
      join ledger.kind k on k.id = n.kind
      where k.standing = 'HOUSE' and n.amount > 0)
      order by b.id for no key update;
    perform ledger.post_lines(fresh_ids, e_id, e_book, e_at, p_entry, p_kind, p_code, p_owner,
      p_amount);
    insert into ledger.loose select unnest(fresh_ids);
  end if;

  return query
    select e.key, e.id, e.body, f.id is not null
    from unnest(e_key) k join ledger.entry e on e.key = k
    left join unnest(fresh_ids) f(id) on f.id = e.id;
end $$;

create function ledger.post_lines(
    fresh_ids uuid[], e_id uuid[], e_book text[], e_at timestamptz[],
    p_entry int[], p_kind text[], p_code text[], p_owner uuid[], p_amount bigint[])
  returns void language plpgsql set search_path = '' as $$
declare
  mine smallint := pg_backend_pid() % 16;
  giving text;
begin
  insert into ledger.account (book, code, kind, owner, bound, busy)
    select distinct on (e_book[n.entry], n.code)
      e_book[n.entry], n.code, k.id, n.owner, k.bound, k.busy
    from unnest(p_entry, p_kind, p_code, p_owner) as n(entry, kind, code, owner)
    join ledger.kind k on k.id = n.kind
    where not exists (select from ledger.account a
      where a.book = e_book[n.entry] and a.code = n.code)
    order by e_book[n.entry], n.code
    on conflict do nothing;

  insert into ledger.balance (account, part, bound, amount, postings)
    select distinct a.id, case when a.busy then mine else 0 end, a.bound, 0, 0
    from unnest(p_entry, p_code) as n(entry, code)
    join ledger.account a on a.book = e_book[n.entry] and a.code = n.code
    where not exists (select from ledger.balance b
      where b.account = a.id and b.part = case when a.busy then mine else 0 end)
    order by 1
    on conflict do nothing;

  -- everybody locks in this order, the busy ones last
  perform from ledger.balance b join ledger.account a on a.id = b.account
    where b.part = case when a.busy then mine else 0 end and b.account in (
      select a2.id from unnest(p_entry, p_code) as n(entry, code)
      join ledger.account a2 on a2.book = e_book[n.entry] and a2.code = n.code)
    order by a.busy, a.id
    for no key update of b;

  with new_lines as (
    select e_id[n.entry] as entry, e_at[n.entry] as at, a.owner, n.line - min(n.line) over (partition by n.entry) + 1 as line,
      a.id as account, a.busy, n.amount, n.line as place
    from unnest(p_entry, p_code, p_amount) with ordinality as n(entry, code, amount, line)
    join unnest(fresh_ids) f(id) on f.id = e_id[n.entry]
    join ledger.account a on a.book = e_book[n.entry] and a.code = n.code
  ), numbered as (
    select l.*,
      case when not l.busy
        then b.postings + row_number() over (partition by l.account order by l.place) end as number,
      case when not l.busy
        then b.amount + sum(l.amount) over (partition by l.account order by l.place) end as after
    from new_lines l left join ledger.balance b on b.account = l.account and b.part = 0
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
    select distinct e_book[n.entry]
    from unnest(p_entry, p_kind, p_amount) as n(entry, kind, amount)
    join ledger.kind k on k.id = n.kind
    join unnest(fresh_ids) f(id) on f.id = e_id[n.entry]
    where k.standing = 'HOUSE' and n.amount > 0
    order by 1
  loop
    perform ledger.require_own(giving);
  end loop;
end $$;

-- Where the house gives out of a book, it must be its own: all it has there is looked at in peace.
create function ledger.require_own(giving text) returns void
  language plpgsql set search_path = '' as $$
begin
  perform from ledger.balance b join ledger.account a on a.id = b.account
    join ledger.kind k on k.id = a.kind
    where a.book = giving and k.standing = 'HOUSE'
    order by b.account, b.part
    for no key update of b;
  if (select sum(b.amount) from ledger.balance b join ledger.account a on a.id = b.account
      join ledger.kind k on k.id = a.kind
      where a.book = giving and k.standing = 'HOUSE') > 0 then
    raise exception 'the house has not so much of its own in %', giving
      using errcode = 'check_violation', constraint = 'only_its_own';
  end if;
end $$;

-- Chains what is loose, the earliest first, one caller at a time; gives how many. A link's hash is
-- SHA-256 over the hash before it, the entry's body and its microseconds since 1970, in one line.
create function ledger.chain(most int) returns int
  language plpgsql security definer set search_path = '' as $$
declare
  one record;
  done int := 0;
  in_book text := '';
  hash text;
  number bigint;
begin
  perform pg_advisory_xact_lock(hashtext('ledger.chain'));
  for one in
    select n.* from (
      select e.id, e.book, e.body, e.at from ledger.loose l join ledger.entry e on e.id = l.entry
      order by e.at, e.id limit most) n
    order by n.book, n.at, n.id
  loop
    if one.book <> in_book then
      update ledger.book b set links = number, head = hash where b.id = in_book;
      in_book := one.book;
      select b.links, b.head into number, hash from ledger.book b where b.id = in_book;
    end if;
    number := number + 1;
    hash := encode(sha256(convert_to(
      hash || one.body || (extract(epoch from one.at) * 1000000)::bigint, 'UTF8')), 'hex');
    insert into ledger.link values (in_book, number, one.id, hash);
    delete from ledger.loose l where l.entry = one.id;
    done := done + 1;
  end loop;
  update ledger.book b set links = number, head = hash where b.id = in_book;
  return done;
end $$;

-- The application posts and chains through these two functions, and through nothing else.
revoke insert, update, delete, truncate on all tables in schema ledger from diestra_app;
revoke execute on function ledger.post_lines from public;
revoke execute on function ledger.require_own from public;

-- Reading goes through a door as well: whose statement it is is known there.
alter table ledger.account enable row level security;
alter table ledger.balance enable row level security;
alter table ledger.entry enable row level security;
alter table ledger.posting enable row level security;
alter table ledger.link enable row level security;
create policy house on ledger.account for select using ((select data.house()));
create policy house on ledger.balance for select using ((select data.house()));
create policy house on ledger.entry for select using ((select data.house()));
create policy house on ledger.posting for select using ((select data.house()));
create policy house on ledger.link for select using ((select data.house()));
