-- As it was, but for two things: what is next is found by the ids, which sort by the time of their
-- making, so that much that is loose does not have to be sorted for each thousand; and what was
-- linked is written in one go.
create or replace function ledger.chain(most int) returns int
  language plpgsql security definer set search_path = '' as $$
declare
  one record;
  in_book text := '';
  hash text;
  number bigint;
  books text[] := '{}';
  numbers bigint[] := '{}';
  entries uuid[] := '{}';
  hashes text[] := '{}';
begin
  perform pg_advisory_xact_lock(hashtext('ledger.chain'));
  for one in
    select e.id, e.book, e.body, e.at
    from (select l.entry from ledger.loose l order by l.entry limit most) n
      join ledger.entry e on e.id = n.entry
    order by e.book, e.at, e.id
  loop
    if one.book <> in_book then
      update ledger.book b set links = number, head = hash where b.id = in_book;
      in_book := one.book;
      select b.links, b.head into number, hash from ledger.book b where b.id = in_book;
    end if;
    number := number + 1;
    hash := encode(sha256(convert_to(
      hash || one.body || (extract(epoch from one.at) * 1000000)::bigint, 'UTF8')), 'hex');
    books := books || in_book;
    numbers := numbers || number;
    entries := entries || one.id;
    hashes := hashes || hash;
  end loop;
  update ledger.book b set links = number, head = hash where b.id = in_book;
  insert into ledger.link (book, number, entry, hash)
    select * from unnest(books, numbers, entries, hashes);
  delete from ledger.loose l using unnest(entries) as n(entry) where l.entry = n.entry;
  return cardinality(entries);
end $$;
