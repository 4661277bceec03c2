package org.diestra.money.treasury;

import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.util.List;
import java.util.Optional;
import org.diestra.money.ledger.Finding;
import org.diestra.money.treasury.Examinations.Report;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ExaminationStore {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  ExaminationStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void add(Report report, @Nullable PersonId by) {
    jdbc.sql(
            """
            insert into treasury.examination (at, by, found, faults)
            values (:at, :by, cast(:found as jsonb), :faults)
            """)
        .param("at", Row.at(report.at()))
        .param("by", by == null ? null : by.value())
        .param("found", json.writeValueAsString(report.found()))
        .param("faults", report.faults())
        .update();
  }

  Optional<Report> last() {
    return jdbc.sql("select at, faults, found from treasury.examination order by id desc limit 1")
        .query((r, n) ->
            new Report(
                instant(r, "at"),
                integer(r, "faults"),
                List.of(json.readValue(text(r, "found"), Finding[].class))))
        .optional();
  }
}
