package org.diestra.office.workspaces;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.zone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.base.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WorkspaceStore {
  private final JdbcClient jdbc;

  WorkspaceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One area that the caller may enter. */
  record Door(Workspace workspace, Area area, Level level, @Nullable Instant until) {}

  /** All that the caller may enter, or in one workspace alone; by the clients' names. */
  List<Door> doors(@Nullable WorkspaceId only) {
    return jdbc.sql(
            """
            select w.id, w.organisation, o.name, o.zone, o.currency, d.area, d.level, d.until
            from workspaces.doors() d
            join workspaces.workspace w on w.id = d.workspace
            join accounts.organisation o on o.id = w.organisation
            where cast(:only as uuid) is null or w.id = :only
            order by o.name, w.id
            """)
        .param("only", only == null ? null : only.value())
        .query((r, n) ->
            new Door(
                workspace(r),
                label(r, "area", Area.class),
                label(r, "level", Level.class),
                instantOrNull(r, "until")))
        .list();
  }

  Optional<Workspace> find(WorkspaceId id) {
    return jdbc.sql(
            """
            select w.id, w.organisation, o.name, o.zone, o.currency
            from workspaces.workspace w join accounts.organisation o on o.id = w.organisation
            where w.id = :id
            """)
        .param("id", id.value())
        .query((r, n) -> workspace(r))
        .optional();
  }

  Optional<WorkspaceId> of(OrganisationId organisation) {
    return jdbc.sql("select id from workspaces.workspace where organisation = :organisation")
        .param("organisation", organisation.value())
        .query((r, n) -> new WorkspaceId(id(r, "id")))
        .optional();
  }

  /** Does nothing where the client has one already. */
  void add(WorkspaceId id, OrganisationId organisation, Instant now) {
    jdbc.sql(
            """
            insert into workspaces.workspace (id, organisation, opened_at)
            values (:id, :organisation, :now) on conflict (organisation) do nothing
            """)
        .param("id", id.value())
        .param("organisation", organisation.value())
        .param("now", at(now))
        .update();
  }

  private static Workspace workspace(ResultSet r) throws SQLException {
    return new Workspace(
        new WorkspaceId(id(r, "id")),
        new OrganisationId(id(r, "organisation")),
        text(r, "name"),
        zone(r, "zone"),
        Currency.getInstance(text(r, "currency")));
  }
}
