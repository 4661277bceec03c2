package org.diestra.office.files;

import static org.diestra.platform.data.Row.bigint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much room a workspace has, and who changes its files just now. */
@Repository
class SpaceStore {
  /** Bytes, until somebody sets another: 20 GB. */
  static final long USUAL = 20_000_000_000L;

  private final JdbcClient jdbc;

  SpaceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the transaction ends nobody else changes anything in this workspace. */
  Space hold(WorkspaceId workspace) {
    var held =
        jdbc.sql("select * from files.space where workspace = :workspace for update")
            .param("workspace", workspace.value())
            .query((r, n) -> space(r))
            .optional();
    return held.isPresent() ? held.get() : open(workspace);
  }

  private Space open(WorkspaceId workspace) {
    jdbc.sql(
            """
            insert into files.space (workspace, quota) values (:workspace, :quota)
            on conflict (workspace) do nothing
            """)
        .param("workspace", workspace.value())
        .param("quota", USUAL)
        .update();
    return hold(workspace);
  }

  /** As it stands; one that holds nothing yet has all its room. */
  Space look(WorkspaceId workspace) {
    return jdbc.sql("select * from files.space where workspace = :workspace")
        .param("workspace", workspace.value())
        .query((r, n) -> space(r))
        .optional()
        .orElse(new Space(0, 0, USUAL));
  }

  static Space space(ResultSet r) throws SQLException {
    return new Space(bigint(r, "used"), bigint(r, "coming"), bigint(r, "quota"));
  }

  void add(UUID workspace, long bytes) {
    one(
        workspace,
        jdbc.sql("update files.space set used = used + :bytes where workspace = :workspace")
            .param("bytes", bytes)
            .param("workspace", workspace)
            .update());
  }

  /** More, or less, is on its way. */
  void await(UUID workspace, long bytes) {
    one(
        workspace,
        jdbc.sql("update files.space set coming = coming + :bytes where workspace = :workspace")
            .param("bytes", bytes)
            .param("workspace", workspace)
            .update());
  }

  private static void one(UUID workspace, int changed) {
    if (changed != 1) {
      throw new IllegalStateException("no room is kept for workspace " + workspace);
    }
  }
}
