package org.diestra.office.tables;

import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Kept views; row security keeps the own ones from others. */
@Repository
class ViewStore {
  private static final String VIEW =
      "select id, name, query, person is not null as own, made_by from tables.view";
  private final JdbcClient jdbc;

  ViewStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By name. */
  List<SavedView> of(TableId table) {
    return jdbc.sql(VIEW + " where sheet = :sheet order by lower(name), id limit :most")
        .param("sheet", table.value())
        .param("most", SavedView.MOST)
        .query((r, n) -> view(r))
        .list();
  }

  Optional<SavedView> find(TableId table, UUID id) {
    return jdbc.sql(VIEW + " where sheet = :sheet and id = :id")
        .param("sheet", table.value())
        .param("id", id)
        .query((r, n) -> view(r))
        .optional();
  }

  private static SavedView view(ResultSet r) throws SQLException {
    return new SavedView(
        id(r, "id"),
        text(r, "name"),
        text(r, "query"),
        bool(r, "own"),
        new PersonId(id(r, "made_by")));
  }

  /** False where there is one of that name. */
  boolean add(Table table, SavedView view, Instant now) {
    return jdbc.sql(
                """
                insert into tables.view (id, sheet, workspace, name, query, person, made_by, made_at)
                values (:id, :sheet, :workspace, :name, :query,
                  case when :own then cast(:by as uuid) end, :by, :now)
                on conflict do nothing
                """)
            .param("id", view.id())
            .param("sheet", table.id().value())
            .param("workspace", table.workspace().value())
            .param("name", view.name())
            .param("query", view.query())
            .param("own", view.own())
            .param("by", view.madeBy().value())
            .param("now", Row.at(now))
            .update()
        == 1;
  }

  boolean remove(TableId table, UUID id) {
    return jdbc.sql("delete from tables.view where sheet = :sheet and id = :id")
            .param("sheet", table.value())
            .param("id", id)
            .update()
        == 1;
  }
}
