package org.diestra.office.imports;

import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.util.List;
import org.diestra.platform.base.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong in files that are brought into tables. */
@Repository
class FaultStore {
  private static final TypeReference<List<Object>> ARGS = new TypeReference<>() {};
  private final JdbcClient jdbc;
  private final JsonMapper json;

  FaultStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void add(IntakeId id, List<Fault> faults) {
    jdbc.sql(
            """
            insert into imports.fault (intake, line, field, typed, key, args)
            select :intake, line, field, typed, key, cast(args as jsonb)
            from unnest(cast(:lines as int[]), cast(:fields as int[]), cast(:typed as text[]),
              cast(:keys as text[]), cast(:args as text[])) as f(line, field, typed, key, args)
            """)
        .param("intake", id.value())
        .param("lines", faults.stream().map(Fault::line).toArray(Integer[]::new))
        .param("fields", faults.stream().map(Fault::field).toArray(Integer[]::new))
        .param("typed", faults.stream().map(Fault::typed).toArray(String[]::new))
        .param("keys", faults.stream().map(f -> f.why().key()).toArray(String[]::new))
        .param(
            "args",
            faults.stream()
                .map(f -> json.writeValueAsString(f.why().args()))
                .toArray(String[]::new))
        .update();
  }

  void clear(IntakeId id) {
    jdbc.sql("delete from imports.fault where intake = :id").param("id", id.value()).update();
  }

  List<Fault> of(IntakeId id, int afterLine, int afterField, int most) {
    return jdbc.sql(
            """
            select line, field, typed, key, args from imports.fault
            where intake = :id and (line, field) > (:line, :field) order by line, field limit :most
            """)
        .param("id", id.value())
        .param("line", afterLine)
        .param("field", afterField)
        .param("most", most)
        .query((r, n) ->
            new Fault(
                integer(r, "line"),
                integer(r, "field"),
                text(r, "typed"),
                new Refusal(
                    Refusal.Kind.INVALID,
                    text(r, "key"),
                    json.readValue(text(r, "args"), ARGS),
                    "value")))
        .list();
  }
}
