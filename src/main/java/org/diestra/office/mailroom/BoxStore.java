package org.diestra.office.mailroom;

import static org.diestra.platform.data.Row.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where mail reaches workspaces. */
@Repository
class BoxStore {
  private final JdbcClient jdbc;

  BoxStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the workspace's address is made of: this, unless there is one. */
  UUID of(WorkspaceId workspace, UUID fresh, Instant now) {
    jdbc.sql(
            """
            insert into mailroom.box (workspace, id, made_at) values (:workspace, :id, :now)
            on conflict (workspace) do nothing
            """)
        .param("workspace", workspace.value())
        .param("id", fresh)
        .param("now", at(now))
        .update();
    return jdbc.sql("select id from mailroom.box where workspace = :workspace")
        .param("workspace", workspace.value())
        .query(UUID.class)
        .single();
  }

  /** From now on nothing comes by the one before. */
  void change(WorkspaceId workspace, UUID fresh, Instant now) {
    jdbc.sql("update mailroom.box set id = :id, made_at = :now where workspace = :workspace")
        .param("workspace", workspace.value())
        .param("id", fresh)
        .param("now", at(now))
        .update();
  }

  Optional<WorkspaceId> find(UUID id) {
    return jdbc.sql("select workspace from mailroom.box where id = :id")
        .param("id", id)
        .query(UUID.class)
        .optional()
        .map(WorkspaceId::new);
  }

  /**
   * One more came that day, and no other does until the transaction ends.
   *
   * @return how many came that day; empty where the address was given up
   */
  Optional<Integer> came(UUID id, LocalDate day) {
    return jdbc.sql(
            """
            update mailroom.box
            set came = case when came_on = :day then came + 1 else 1 end, came_on = :day
            where id = :id returning came
            """)
        .param("id", id)
        .param("day", day)
        .query(Integer.class)
        .optional();
  }
}
