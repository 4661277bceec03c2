package org.diestra.office.imports;

import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.imports.Intake.State;
import org.diestra.office.imports.Intake.Stop;
import org.diestra.office.imports.Intake.Ways;
import org.diestra.office.tables.TableId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Files that are brought into tables. */
@Repository
class IntakeStore {
  private static final TypeReference<List<List<String>>> ROWS = new TypeReference<>() {};
  private static final TypeReference<List<Integer>> NUMBERS = new TypeReference<>() {};
  private final JdbcClient jdbc;
  private final JsonMapper json;

  IntakeStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void add(Intake it) {
    jdbc.sql(
            """
            insert into imports.intake (id, workspace, sheet, person, blob, name, state, decimal,
              month_first, headed, preview, mapping, made_at, changed_at)
            values (:id, :workspace, :sheet, :person, :blob, :name, 'BROUGHT', :decimal, :month,
              :headed, cast(:preview as jsonb), cast(:mapping as jsonb), :now, :now)
            """)
        .param("id", it.id().value())
        .param("workspace", it.workspace().value())
        .param("sheet", it.table().value())
        .param("person", it.person().value())
        .param("blob", it.blob())
        .param("name", it.name())
        .param("decimal", String.valueOf(it.ways().decimal()))
        .param("month", it.ways().monthFirst())
        .param("headed", it.ways().headed())
        .param("preview", json.writeValueAsString(it.preview()))
        .param("mapping", json.writeValueAsString(it.mapping()))
        .param("now", Row.at(it.madeAt()))
        .update();
  }

  Optional<Intake> find(IntakeId id) {
    return jdbc.sql("select * from imports.intake where id = :id")
        .param("id", id.value())
        .query((r, n) -> intake(r))
        .optional();
  }

  /** The newest of a table, first. */
  List<Intake> of(TableId table, int most) {
    return jdbc.sql(
            """
            select * from imports.intake where sheet = :sheet
            order by made_at desc, id desc limit :most
            """)
        .param("sheet", table.value())
        .param("most", most)
        .query((r, n) -> intake(r))
        .list();
  }

  private Intake intake(ResultSet r) throws SQLException {
    return new Intake(
        new IntakeId(id(r, "id")),
        new WorkspaceId(id(r, "workspace")),
        new TableId(id(r, "sheet")),
        new PersonId(id(r, "person")),
        idOrNull(r, "blob"),
        text(r, "name"),
        label(r, "state", State.class),
        new Ways(text(r, "decimal").charAt(0), bool(r, "month_first"), bool(r, "headed")),
        json.readValue(text(r, "preview"), ROWS),
        json.readValue(text(r, "mapping"), NUMBERS),
        integer(r, "tried"),
        integer(r, "faulty"),
        integer(r, "done"),
        integer(r, "line"),
        integer(r, "undone"),
        textOrNull(r, "fault"),
        instant(r, "made_at"));
  }

  /** Begins to try it out, as it is told; false where it is in no state for that. */
  boolean check(IntakeId id, Ways ways, List<Integer> mapping, Instant now) {
    return jdbc.sql(
                """
                update imports.intake set state = 'CHECKING', decimal = :decimal,
                  month_first = :month, headed = :headed, mapping = cast(:mapping as jsonb),
                  tried = 0, faulty = 0, line = 0, fault = null, changed_at = :now
                where id = :id and state in ('BROUGHT', 'CHECKED', 'UNREADABLE') and blob is not null
                """)
            .param("id", id.value())
            .param("decimal", String.valueOf(ways.decimal()))
            .param("month", ways.monthFirst())
            .param("headed", ways.headed())
            .param("mapping", json.writeValueAsString(mapping))
            .param("now", Row.at(now))
            .update()
        == 1;
  }

  /** From one state to the next; false where it is in another. */
  boolean move(IntakeId id, State from, State to, Instant now) {
    return jdbc.sql(
                """
                update imports.intake set state = :to, changed_at = :now
                where id = :id and state = :from
                """)
            .param("id", id.value())
            .param("from", from.name())
            .param("to", to.name())
            .param("now", Row.at(now))
            .update()
        == 1;
  }

  /** It goes on no more, for that reason; false where it is in another state. */
  boolean stop(IntakeId id, State from, Stop why, Instant now) {
    return jdbc.sql(
                """
                update imports.intake set state = 'STOPPED', fault = :why, changed_at = :now
                where id = :id and state = :from
                """)
            .param("id", id.value())
            .param("from", from.name())
            .param("why", why.key())
            .param("now", Row.at(now))
            .update()
        == 1;
  }

  void unreadable(IntakeId id, String fault, int line, Instant now) {
    jdbc.sql(
            """
            update imports.intake set state = 'UNREADABLE', fault = :fault, line = :line,
              changed_at = :now where id = :id
            """)
        .param("id", id.value())
        .param("fault", fault)
        .param("line", line)
        .param("now", Row.at(now))
        .update();
  }

  /** Tried out up to there; false where it is tried out no more, or by another. */
  boolean tried(Intake before, int line, int rows, int faulty) {
    return jdbc.sql(
                """
                update imports.intake set tried = tried + :rows, faulty = faulty + :faulty,
                  line = :line
                where id = :id and state = 'CHECKING' and line = :before
                """)
            .param("id", before.id().value())
            .param("rows", rows)
            .param("faulty", faulty)
            .param("line", line)
            .param("before", before.line())
            .update()
        == 1;
  }

  /** Brought in up to there; the same as for trying out. */
  boolean done(Intake before, int line, int rows, int faulty) {
    return jdbc.sql(
                """
                update imports.intake set done = done + :rows, faulty = faulty + :faulty, line = :line
                where id = :id and state = 'RUNNING' and line = :before
                """)
            .param("id", before.id().value())
            .param("rows", rows)
            .param("faulty", faulty)
            .param("line", line)
            .param("before", before.line())
            .update()
        == 1;
  }

  /** Goes back to its beginning, to be run; what is faulty is seen anew. */
  boolean run(IntakeId id, Instant now) {
    return jdbc.sql(
                """
                update imports.intake set state = 'RUNNING', line = 0, faulty = 0, changed_at = :now
                where id = :id and state = 'CHECKED' and tried > faulty and blob is not null
                """)
            .param("id", id.value())
            .param("now", Row.at(now))
            .update()
        == 1;
  }

  void undone(IntakeId id, int rows) {
    jdbc.sql("update imports.intake set undone = undone + :rows where id = :id")
        .param("id", id.value())
        .param("rows", rows)
        .update();
  }

  boolean drop(IntakeId id) {
    return jdbc.sql(
                """
                delete from imports.intake where id = :id
                  and state in ('BROUGHT', 'CHECKING', 'CHECKED', 'UNREADABLE')
                """)
            .param("id", id.value())
            .update()
        == 1;
  }

  /** Some that nobody has touched since then, to be forgotten. */
  List<UUID> old(Instant before, int most) {
    return jdbc.sql(
            """
            select id from imports.intake where changed_at < :before and blob is not null
              and state in ('BROUGHT', 'CHECKED', 'UNREADABLE', 'DONE', 'STOPPED', 'UNDONE')
            limit :most
            """)
        .param("before", Row.at(before))
        .param("most", most)
        .query((r, n) -> id(r, "id"))
        .list();
  }

  void forget(List<UUID> ids) {
    jdbc.sql("update imports.intake set blob = null where id = any(:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }
}
