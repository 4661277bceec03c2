package org.diestra.office.sales;

import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.integer;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.diestra.office.workspaces.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Numbers without gaps: a series' row is locked from the taking until the transaction ends. */
@Repository
class SeriesStore {
  private final JdbcClient jdbc;

  SeriesStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A number that was taken, with the day on which it is issued. */
  record Taken(String code, int number, LocalDate day) {
    String text() {
      return String.format(Locale.ROOT, "%s-%d-%05d", code, day.getYear(), number);
    }
  }

  /** The next of a series; its row is locked until the transaction ends. */
  Taken take(WorkspaceId workspace, String code, LocalDate today) {
    return jdbc.sql("select * from sales.take(:workspace, :code, :today)")
        .param("workspace", workspace.value())
        .param("code", code)
        .param("today", today)
        .query((r, n) -> new Taken(code, integer(r, "number"), date(r, "day")))
        .single();
  }

  /** The day of the last one of that series and year, if any: the next is not of an earlier one. */
  Optional<LocalDate> lastDay(WorkspaceId workspace, String code, int year) {
    return jdbc.sql(
            """
            select last_day from sales.series
            where workspace = :workspace and code = :code and year = :year
            """)
        .param("workspace", workspace.value())
        .param("code", code)
        .param("year", year)
        .query((r, n) -> date(r, "last_day"))
        .optional();
  }
}
