package org.diestra.office.tables;

import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done to rows. */
@Repository
class TurnStore {
  private final JdbcClient jdbc;
  private final Jsons jsons;

  TurnStore(JdbcClient jdbc, Jsons jsons) {
    this.jdbc = jdbc;
    this.jsons = jsons;
  }

  void add(Table table, RowId row, Turn turn) {
    add(table, List.of(row), List.of(turn));
  }

  /**
   * Many in one statement.
   *
   * @param rows for each turn its row
   */
  void add(Table table, List<RowId> rows, List<Turn> turns) {
    jdbc.sql(
            """
            insert into tables.turn (id, sheet, workspace, record, deed, before, after, by_whom, at)
            select id, :sheet, :workspace, record, deed, cast(before as jsonb),
              cast(after as jsonb), by_whom, at
            from unnest(cast(:ids as uuid[]), cast(:rows as uuid[]), cast(:deeds as text[]),
              cast(:before as text[]), cast(:after as text[]), cast(:by as uuid[]),
              cast(:at as timestamptz[]))
              as t(id, record, deed, before, after, by_whom, at)
            """)
        .param("sheet", table.id().value())
        .param("workspace", table.workspace().value())
        .param("ids", turns.stream().map(Turn::id).toArray(UUID[]::new))
        .param("rows", rows.stream().map(RowId::value).toArray(UUID[]::new))
        .param("deeds", turns.stream().map(t -> t.deed().name()).toArray(String[]::new))
        .param("before", turns.stream().map(t -> jsons.cells(t.before())).toArray(String[]::new))
        .param("after", turns.stream().map(t -> jsons.cells(t.after())).toArray(String[]::new))
        .param("by", people(turns))
        .param("at", turns.stream().map(t -> t.at().toString()).toArray(String[]::new))
        .update();
  }

  private static @Nullable UUID[] people(List<Turn> turns) {
    var people = new @Nullable UUID[turns.size()];
    for (int i = 0; i < people.length; i++) {
      var by = turns.get(i).by();
      people[i] = by == null ? null : by.value();
    }
    return people;
  }

  /** The newest, first. */
  List<Turn> of(RowId row, int most) {
    return jdbc.sql(
            """
            select id, deed, before, after, by_whom, at from tables.turn
            where record = :record order by at desc, id desc limit :most
            """)
        .param("record", row.value())
        .param("most", most)
        .query((r, n) -> turn(r))
        .list();
  }

  Optional<Turn> find(RowId row, UUID turn) {
    return jdbc.sql(
            """
            select id, deed, before, after, by_whom, at from tables.turn
            where id = :id and record = :record
            """)
        .param("id", turn)
        .param("record", row.value())
        .query((r, n) -> turn(r))
        .optional();
  }

  private Turn turn(ResultSet r) throws SQLException {
    var by = idOrNull(r, "by_whom");
    return new Turn(
        id(r, "id"),
        label(r, "deed", Turn.Deed.class),
        jsons.cells(text(r, "before")),
        jsons.cells(text(r, "after")),
        by == null ? null : new PersonId(by),
        instant(r, "at"));
  }
}
