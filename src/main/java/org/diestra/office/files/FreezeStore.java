package org.diestra.office.files;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.text;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FreezeStore {
  /** What lies in the trash with something frozen in it, by what went there by itself. */
  static final String FROZEN_TOPS =
      """
      (select i.trash from files.freeze f
        join files.version v on v.id = f.version
        join files.entry i on i.workspace = v.workspace and i.id = v.entry
        where i.trash is not null)
      """;

  private final JdbcClient jdbc;

  FreezeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void freeze(
      UUID cause, WorkspaceId workspace, PersonId by, Collection<UUID> linked, Instant now) {
    jdbc.sql(
            """
            insert into files.freeze (cause, version, workspace, at)
            select :cause, id, workspace, :now from files.version
            where workspace = :workspace and (made_by = :by or entry = any(:linked))
            on conflict do nothing
            """)
        .param("cause", cause)
        .param("now", at(now))
        .param("workspace", workspace.value())
        .param("by", by.value())
        .param("linked", linked.toArray(UUID[]::new))
        .update();
  }

  /** Of what is frozen for that cause, in the order in which it was made. */
  List<String> hashes(UUID cause) {
    return jdbc.sql(
            """
            select v.sha256 from files.freeze f join files.version v on v.id = f.version
            where f.cause = :cause order by v.made_at, v.id
            """)
        .param("cause", cause)
        .query((r, n) -> text(r, "sha256"))
        .list();
  }

  int thaw(UUID cause) {
    return jdbc.sql("delete from files.freeze where cause = :cause").param("cause", cause).update();
  }

  /** Whether any version of a file is frozen. */
  boolean holds(WorkspaceId workspace, EntryId file) {
    return jdbc.sql(
            """
            select exists (select from files.freeze f join files.version v on v.id = f.version
              where v.workspace = :workspace and v.entry = :entry)
            """)
        .param("workspace", workspace.value())
        .param("entry", file.value())
        .query(Boolean.class)
        .single();
  }

  /** Which of these, in the trash by themselves, have something frozen in them. */
  Set<UUID> frozen(WorkspaceId workspace, Collection<UUID> tops) {
    return new HashSet<>(
        jdbc.sql(
                "select id from files.entry where workspace = :workspace and id = any(:tops)"
                    + " and id in "
                    + FROZEN_TOPS)
            .param("workspace", workspace.value())
            .param("tops", tops.toArray(UUID[]::new))
            .query((r, n) -> id(r, "id"))
            .list());
  }
}
