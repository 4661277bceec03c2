package org.diestra.office.tables;

import static org.diestra.platform.data.Row.integer;

import java.util.HashMap;
import java.util.List;
import org.diestra.office.tables.Asked.Mark;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows as a page leafs through them. */
@Repository
class ListStore {
  /** Rows in which words are found, at most; who finds more asks more narrowly. */
  static final int MOST_FOUND = 2_000;

  /** Rows that are counted for a page; each takes a look at it. */
  static final int COUNTED = 1_000;

  private final JdbcClient jdbc;
  private final RowStore rows;

  ListStore(JdbcClient jdbc, RowStore rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /**
   * @param after null for the first
   */
  List<TableRow> page(Table table, Asked asked, @Nullable Mark after, int most) {
    var values = new HashMap<String, Object>();
    var where = where(table, asked, values);
    var sort = asked.sort();
    var order = asked.descending() ? " desc" : "";
    var sign = asked.descending() ? "<" : ">";
    var key = sort == null || sort.slot() == null ? null : "r.k" + sort.slot();
    if (key != null) {
      where.append(" and ").append(key).append(" is not null");
    }
    if (after != null) {
      where.append(
          key == null
              ? " and r.place %s :place".formatted(sign)
              : " and (%s, r.place) %s (cast(:mark as text), :place)".formatted(key, sign));
      values.put("place", after.place());
      if (key != null) {
        values.put("mark", after.key());
      }
    }
    return jdbc.sql(
            """
            select %s from tables.record r
            where r.sheet = :sheet and r.removed_at is null %s
            order by %s limit :most
            """
                .formatted(
                    RowStore.ROW,
                    where,
                    key == null ? "r.place" + order : key + order + ", r.place" + order))
        .param("sheet", table.id().value())
        .param("workspace", table.workspace().value())
        .param("most", most)
        .params(values)
        .query((r, n) -> rows.row(r))
        .list();
  }

  private static StringBuilder where(Table table, Asked asked, HashMap<String, Object> values) {
    var where = new StringBuilder();
    if (!asked.words().isEmpty()) {
      where.append(
          " and r.id in (select tables.find(:workspace, :sheet, cast(:words as tsquery), :found))");
      values.put("words", Sought.query(table.id(), asked.words()));
      values.put("found", MOST_FOUND);
    }
    int n = 0;
    for (var filter : asked.filters()) {
      var name = "filter" + n++;
      where.append(" and ").append(filter.sql(name));
      if (!filter.sort().bare()) {
        values.put(name, filter.key());
      }
    }
    return where;
  }

  /** How many rows have the words, whatever else is asked; one more than the most for more. */
  int withWords(Table table, Asked asked) {
    return jdbc.sql(
            """
            select count(*) as found
            from tables.find(:workspace, :sheet, cast(:words as tsquery), :most)
            """)
        .param("workspace", table.workspace().value())
        .param("sheet", table.id().value())
        .param("words", Sought.query(table.id(), asked.words()))
        .param("most", MOST_FOUND + 1)
        .query((r, n) -> integer(r, "found"))
        .single();
  }

  /** How many are found; one more than that for more of them. */
  int count(Table table, Asked asked, int most) {
    var values = new HashMap<String, Object>();
    var where = where(table, asked, values);
    return jdbc.sql(
            """
            select count(*) as found from (select from tables.record r
              where r.sheet = :sheet and r.removed_at is null %s limit :most) f
            """
                .formatted(where))
        .param("sheet", table.id().value())
        .param("workspace", table.workspace().value())
        .param("most", most + 1)
        .params(values)
        .query((r, n) -> integer(r, "found"))
        .single();
  }
}
