package org.diestra.office.receiptmail;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose addresses there are, and what came by them. */
@Repository
class BoxStore {
  private final JdbcClient jdbc;

  BoxStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** That person's address for these books: this one, unless there is one. */
  Box of(Box fresh, Instant now) {
    jdbc.sql(
            """
            insert into receiptmail.box (workspace, person, id, made_at)
            values (:workspace, :person, :id, :now)
            on conflict (workspace, person) do nothing
            """)
        .param("workspace", fresh.workspace().value())
        .param("person", fresh.person().value())
        .param("id", fresh.id())
        .param("now", at(now))
        .update();
    return jdbc.sql(
            "select * from receiptmail.box where workspace = :workspace and person = :person")
        .param("workspace", fresh.workspace().value())
        .param("person", fresh.person().value())
        .query((r, n) -> box(r))
        .single();
  }

  /** From now on nothing comes by the one before. */
  void change(Box fresh, Instant now) {
    jdbc.sql(
            """
            update receiptmail.box set id = :id, made_at = :now
            where workspace = :workspace and person = :person
            """)
        .param("workspace", fresh.workspace().value())
        .param("person", fresh.person().value())
        .param("id", fresh.id())
        .param("now", at(now))
        .update();
  }

  Optional<Box> find(UUID id) {
    return jdbc.sql("select * from receiptmail.box where id = :id")
        .param("id", id)
        .query((r, n) -> box(r))
        .optional();
  }

  private static Box box(ResultSet r) throws SQLException {
    return new Box(new WorkspaceId(id(r, "workspace")), new PersonId(id(r, "person")), id(r, "id"));
  }

  /**
   * So many papers more came there that day, and nothing else does until the transaction ends.
   *
   * @return how many came that day; empty where the address was given up
   */
  Optional<Integer> came(Box box, int papers, LocalDate day) {
    return jdbc.sql(
            """
            update receiptmail.box
            set came = case when came_on = :day then came + :papers else :papers end,
              came_on = :day
            where id = :id returning came
            """)
        .param("id", box.id())
        .param("papers", papers)
        .param("day", day)
        .query(Integer.class)
        .optional();
  }

  boolean knows(Box box, String key) {
    return jdbc.sql(
            """
            select exists (select from receiptmail.letter
              where workspace = :workspace and person = :person and key = :key)
            """)
        .param("workspace", box.workspace().value())
        .param("person", box.person().value())
        .param("key", key)
        .query(Boolean.class)
        .single();
  }

  /** False where that mail came already. What came long ago is forgotten. */
  boolean add(Box box, String key, Instant now, Instant forgotten) {
    jdbc.sql(
            """
            delete from receiptmail.letter
            where workspace = :workspace and person = :person and at < :forgotten
            """)
        .param("workspace", box.workspace().value())
        .param("person", box.person().value())
        .param("forgotten", at(forgotten))
        .update();
    return jdbc.sql(
                """
                insert into receiptmail.letter (workspace, person, key, at)
                values (:workspace, :person, :key, :now) on conflict do nothing
                """)
            .param("workspace", box.workspace().value())
            .param("person", box.person().value())
            .param("key", key)
            .param("now", at(now))
            .update()
        == 1;
  }
}
