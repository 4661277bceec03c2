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
import org.diestra.platform.data.Row;
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
    jdbc.sql(
            """
            insert into tables.turn (id, sheet, workspace, record, deed, before, after, by_whom, at)
            values (:id, :sheet, :workspace, :record, :deed, cast(:before as jsonb),
              cast(:after as jsonb), :by, :at)
            """)
        .param("id", turn.id())
        .param("sheet", table.id().value())
        .param("workspace", table.workspace().value())
        .param("record", row.value())
        .param("deed", turn.deed().name())
        .param("before", jsons.cells(turn.before()))
        .param("after", jsons.cells(turn.after()))
        .param("by", turn.by() == null ? null : turn.by().value())
        .param("at", Row.at(turn.at()))
        .update();
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
