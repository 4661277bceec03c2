package org.diestra.work.tasks;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigintOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integerOrNull;

import java.time.Instant;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tasks that come again; each series is known by its first task. */
@Repository
class SeriesStore {
  private final JdbcClient jdbc;

  SeriesStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How far a series came.
   *
   * @param dueAt when its newest task is due
   * @param price of each, in minor units, or null
   * @param endedAt or null while it goes on
   */
  record Series(
      TaskId first,
      Instant dueAt,
      @Nullable Long price,
      @Nullable Integer hours,
      @Nullable Instant endedAt) {}

  void add(Series it) {
    jdbc.sql(
            """
            insert into tasks.series (first, due_at, price, hours)
            values (:first, :due, :price, :hours)
            """)
        .param("first", it.first().value())
        .param("due", at(it.dueAt()))
        .param("price", it.price())
        .param("hours", it.hours())
        .update();
  }

  Optional<Series> find(TaskId first) {
    return one(first, "");
  }

  /** Locked until the transaction ends. */
  Optional<Series> locked(TaskId first) {
    return one(first, " for update");
  }

  private Optional<Series> one(TaskId first, String lock) {
    return jdbc.sql("select * from tasks.series where first = :first" + lock)
        .param("first", first.value())
        .query((r, n) ->
            new Series(
                first,
                instant(r, "due_at"),
                bigintOrNull(r, "price"),
                integerOrNull(r, "hours"),
                instantOrNull(r, "ended_at")))
        .optional();
  }

  void goOn(TaskId first, Instant due) {
    jdbc.sql("update tasks.series set due_at = :due where first = :first and ended_at is null")
        .param("first", first.value())
        .param("due", at(due))
        .update();
  }

  /**
   * @param by null where its time was over
   * @return false when it had ended before
   */
  boolean end(TaskId first, @Nullable PersonId by, Instant now) {
    return jdbc.sql(
                """
                update tasks.series set ended_at = :at, ended_by = :by
                where first = :first and ended_at is null
                """)
            .param("first", first.value())
            .param("at", at(now))
            .param("by", by == null ? null : by.value())
            .update()
        == 1;
  }
}
