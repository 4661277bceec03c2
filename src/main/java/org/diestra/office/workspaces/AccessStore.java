package org.diestra.office.workspaces;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.atOrNull;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.label;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccessStore {
  private final JdbcClient jdbc;

  AccessStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Lets somebody in; where the same has let the person in already, nothing changes. */
  boolean add(Access access, PersonId by) {
    return jdbc.sql(
                """
                insert into workspaces.access
                  (id, workspace, person, area, level, contract, given_by, since, until)
                values (:id, :workspace, :person, :area, :level, :contract, :by, :since, :until)
                on conflict do nothing
                """)
            .param("id", access.id())
            .param("workspace", access.workspace().value())
            .param("person", access.person().value())
            .param("area", access.area().name())
            .param("level", access.level().name())
            .param("contract", access.contract())
            .param("by", by.value())
            .param("since", at(access.since()))
            .param("until", atOrNull(access.until()))
            .update()
        == 1;
  }

  /** What a contract has opened, from now on with all that is in it. */
  int widen(UUID contract) {
    return jdbc.sql(
            """
            update workspaces.access set level = 'WORKING'
            where contract = :contract and ended_at is null
            """)
        .param("contract", contract)
        .update();
  }

  /** What a contract has opened ends at that moment, whether or not anybody is there to end it. */
  int limit(UUID contract, Instant until) {
    return jdbc.sql(
            """
            update workspaces.access set until = :until
            where contract = :contract and ended_at is null and since < :until
            """)
        .param("contract", contract)
        .param("until", at(until))
        .update();
  }

  /** All that a contract has opened ends. */
  List<Access> endOf(UUID contract, @Nullable PersonId by, Instant now) {
    return jdbc.sql(
            """
            update workspaces.access set ended_at = :now, ended_by = :by
            where contract = :contract and ended_at is null returning *
            """)
        .param("contract", contract)
        .param("by", by == null ? null : by.value())
        .param("now", at(now))
        .query((r, n) -> access(r))
        .list();
  }

  /** Ends one that is still open. */
  boolean end(UUID access, @Nullable PersonId by, Instant now) {
    return jdbc.sql(
                """
                update workspaces.access set ended_at = :now, ended_by = :by
                where id = :id and ended_at is null
                """)
            .param("id", access)
            .param("by", by == null ? null : by.value())
            .param("now", at(now))
            .update()
        == 1;
  }

  /** Everybody who is let in now. */
  List<Access> open(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select * from workspaces.access
            where workspace = :workspace and ended_at is null order by since, id
            """)
        .param("workspace", workspace.value())
        .query((r, n) -> access(r))
        .list();
  }

  Optional<Access> find(UUID id) {
    return jdbc.sql("select * from workspaces.access where id = :id and ended_at is null")
        .param("id", id)
        .query((r, n) -> access(r))
        .optional();
  }

  private static Access access(ResultSet r) throws SQLException {
    return new Access(
        id(r, "id"),
        new WorkspaceId(id(r, "workspace")),
        new PersonId(id(r, "person")),
        label(r, "area", Area.class),
        label(r, "level", Level.class),
        idOrNull(r, "contract"),
        instant(r, "since"),
        instantOrNull(r, "until"));
  }
}
