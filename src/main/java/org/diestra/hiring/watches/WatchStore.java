package org.diestra.hiring.watches;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WatchStore {
  private final JdbcClient jdbc;

  WatchStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The latest first. */
  List<Watch> of(PersonId person) {
    return jdbc.sql(
            """
            select * from watches.watch where person = :person and removed_at is null
            order by created_at desc, id desc
            """)
        .param("person", person.value())
        .query((row, n) -> watch(row))
        .list();
  }

  Optional<Watch> find(PersonId person, WatchId id) {
    return jdbc.sql(
            """
            select * from watches.watch
            where id = :id and person = :person and removed_at is null
            """)
        .param("id", id.value())
        .param("person", person.value())
        .query((row, n) -> watch(row))
        .optional();
  }

  /** Those looked at longest ago, before that instant. */
  List<Watch> due(Instant before, int most) {
    return jdbc.sql(
            """
            select * from watches.watch where removed_at is null and looked_at < :before
            order by looked_at, id limit :most
            """)
        .param("before", Row.at(before))
        .param("most", most)
        .query((row, n) -> watch(row))
        .list();
  }

  private static Watch watch(ResultSet row) throws SQLException {
    return new Watch(
        new WatchId(Row.id(row, "id")),
        new PersonId(Row.id(row, "person")),
        Row.text(row, "kind"),
        Row.text(row, "query"),
        Row.text(row, "name"),
        Row.instant(row, "looked_at"));
  }

  /** Saving the same search again keeps the one there is, and its name. */
  WatchId add(Watch watch) {
    return jdbc.sql(
            """
            insert into watches.watch (id, person, kind, query, name, created_at, looked_at)
            values (:id, :person, :kind, :query, :name, :at, :at)
            on conflict (person, kind, query) do update
            set removed_at = null,
              looked_at = case when watch.removed_at is null then watch.looked_at
                else excluded.looked_at end
            returning id
            """)
        .param("id", watch.id().value())
        .param("person", watch.person().value())
        .param("kind", watch.kind())
        .param("query", watch.query())
        .param("name", watch.name())
        .param("at", Row.at(watch.lookedAt()))
        .query((row, n) -> new WatchId(Row.id(row, "id")))
        .single();
  }

  /** False where somebody else has looked meanwhile, or it was removed. */
  boolean looked(Watch watch, Instant at) {
    return jdbc.sql(
                """
                update watches.watch set looked_at = :at
                where id = :id and looked_at = :before and removed_at is null
                """)
            .param("at", Row.at(at))
            .param("id", watch.id().value())
            .param("before", Row.at(watch.lookedAt()))
            .update()
        == 1;
  }

  boolean rename(PersonId person, WatchId id, String name) {
    return jdbc.sql(
                """
                update watches.watch set name = :name
                where id = :id and person = :person and removed_at is null
                """)
            .param("name", name)
            .param("id", id.value())
            .param("person", person.value())
            .update()
        == 1;
  }

  boolean remove(PersonId person, WatchId id, Instant at) {
    return jdbc.sql(
                """
                update watches.watch set removed_at = :at
                where id = :id and person = :person and removed_at is null
                """)
            .param("at", Row.at(at))
            .param("id", id.value())
            .param("person", person.value())
            .update()
        == 1;
  }

  boolean restore(PersonId person, WatchId id, Instant at) {
    return jdbc.sql(
                """
                update watches.watch set removed_at = null, looked_at = :at
                where id = :id and person = :person and removed_at is not null
                """)
            .param("at", Row.at(at))
            .param("id", id.value())
            .param("person", person.value())
            .update()
        == 1;
  }

  void forget(Instant before) {
    jdbc.sql("delete from watches.watch where removed_at < :before")
        .param("before", Row.at(before))
        .update();
  }
}
