package org.diestra.office.manuals;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.diestra.office.manuals.Edit.What;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who wrote on procedures, and when; row security shows each person those of the areas it enters.
 */
@Repository
class EditStore {
  private final JdbcClient jdbc;

  EditStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Versions note by themselves who published them. */
  void note(ProcedureId procedure, What what, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into manuals.edit (procedure, what, person, at)
            values (:procedure, :what, :by, :now)
            """)
        .param("procedure", procedure.value())
        .param("what", what.name())
        .param("by", by.value())
        .param("now", at(now))
        .update();
  }

  /**
   * What one person wrote.
   *
   * @param from not before this
   * @param to before this
   */
  record Wanted(
      WorkspaceId workspace, Collection<Area> areas, PersonId person, Instant from, Instant to) {}

  /** The first first. */
  List<Edit> of(Wanted wanted, int limit) {
    return jdbc.sql(
            """
            select p.id, p.workspace, p.title, e.what, e.number, e.at from (
              select procedure, what, null::int number, at from manuals.edit
              where person = :person and at >= :from and at < :to
              union all
              select procedure, 'PUBLISHED', number, published_at from manuals.version
              where published_by = :person and published_at >= :from and published_at < :to
            ) e join manuals.procedure p on p.id = e.procedure
            where p.workspace = :workspace and p.area = any (:areas)
            order by e.at limit :limit
            """)
        .param("person", wanted.person().value())
        .param("from", at(wanted.from()))
        .param("to", at(wanted.to()))
        .param("workspace", wanted.workspace().value())
        .param("areas", wanted.areas().stream().map(Area::name).toArray(String[]::new))
        .param("limit", limit)
        .query((r, n) -> edit(r))
        .list();
  }

  private static Edit edit(ResultSet r) throws SQLException {
    var number = integerOrNull(r, "number");
    var page = Procedure.href(new WorkspaceId(id(r, "workspace")), new ProcedureId(id(r, "id")));
    return new Edit(
        instant(r, "at"),
        label(r, "what", What.class),
        text(r, "title"),
        number == null ? page : page + "/versions/" + number);
  }
}
