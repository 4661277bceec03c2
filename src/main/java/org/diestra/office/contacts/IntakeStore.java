package org.diestra.office.contacts;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bytes;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files that were brought, until they are taken in or a day is over. */
@Repository
class IntakeStore {
  private final JdbcClient jdbc;

  IntakeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(UUID intake, WorkspaceId workspace, PersonId person, byte[] body, Instant now) {
    jdbc.sql(
            """
            insert into contacts.intake (id, workspace, person, body, brought_at)
            values (:id, :workspace, :person, :body, :now)
            """)
        .param("id", intake)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .param("body", body)
        .param("now", at(now))
        .update();
  }

  Optional<byte[]> kept(UUID intake, WorkspaceId workspace) {
    return jdbc.sql("select body from contacts.intake where id = :id and workspace = :workspace")
        .param("id", intake)
        .param("workspace", workspace.value())
        .query((r, n) -> bytes(r, "body"))
        .optional();
  }

  /** Takes out whatever that person brought there. */
  void drop(WorkspaceId workspace, PersonId person) {
    jdbc.sql("delete from contacts.intake where workspace = :workspace and person = :person")
        .param("workspace", workspace.value())
        .param("person", person.value())
        .update();
  }

  boolean drop(UUID intake) {
    return jdbc.sql("delete from contacts.intake where id = :id").param("id", intake).update() == 1;
  }

  int forget(Instant before) {
    return jdbc.sql("delete from contacts.intake where brought_at < :before")
        .param("before", at(before))
        .update();
  }
}
