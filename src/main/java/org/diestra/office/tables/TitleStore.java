package org.diestra.office.tables;

import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What rows are called, where their table begins with another field than it did. */
@Repository
class TitleStore {
  private static final int BEGINNING = 300; // characters: more than a title has
  private final JdbcClient jdbc;

  TitleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A row to be called.
   *
   * @param value the beginning of what stands in that field; empty for nothing
   */
  record Uncalled(UUID id, long place, int version, String value) {}

  /** Some rows behind that place, in order; one that comes back is called anew then. */
  List<Uncalled> some(TableId table, int field, long after, int most) {
    return jdbc.sql(
            """
            select id, place, version,
              left(coalesce(cells ->> cast(:field as text), ''), :beginning) as value
            from tables.record where sheet = :sheet and place > :after and removed_at is null
            order by place limit :most
            """)
        .param("sheet", table.value())
        .param("field", field)
        .param("beginning", BEGINNING)
        .param("after", after)
        .param("most", most)
        .query((r, n) ->
            new Uncalled(id(r, "id"), bigint(r, "place"), integer(r, "version"), text(r, "value")))
        .list();
  }

  /** Calls them so; a row that was written meanwhile has its name from that. */
  void write(TableId table, List<Uncalled> some, List<String> titles) {
    jdbc.sql(
            """
            update tables.record r set title = n.title
            from unnest(cast(:ids as uuid[]), cast(:versions as int[]), cast(:titles as text[]))
              as n(id, version, title)
            where r.sheet = :sheet and r.id = n.id and r.version = n.version
              and r.title <> n.title
            """)
        .param("sheet", table.value())
        .param("ids", some.stream().map(Uncalled::id).toArray(UUID[]::new))
        .param("versions", some.stream().map(Uncalled::version).toArray(Integer[]::new))
        .param("titles", titles.toArray(String[]::new))
        .update();
  }
}
