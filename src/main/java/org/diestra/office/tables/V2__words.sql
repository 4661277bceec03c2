-- Words begin with the mark of their table, the end of its id: who looks for those that begin with a
-- letter in a small table does not read what the largest one of the house has under it.
update tables.record r set words = array_to_tsvector(array(
  select distinct right(r.sheet::text, 7) || left(w.lexeme, 60) from unnest(r.words) w));
