package org.diestra.work.tasks;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.instant;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What of a checklist is done. */
@Repository
class TickStore {
  private final JdbcClient jdbc;

  TickStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Once more changes nothing. */
  void tick(TaskId task, String item, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into tasks.tick (task, item, person, at) values (:task, :item, :by, :at)
            on conflict do nothing
            """)
        .param("task", task.value())
        .param("item", item)
        .param("by", by.value())
        .param("at", at(now))
        .update();
  }

  void untick(TaskId task, String item) {
    jdbc.sql("delete from tasks.tick where task = :task and item = :item")
        .param("task", task.value())
        .param("item", item)
        .update();
  }

  /** When that person ticked something off last. */
  Optional<Instant> last(TaskId task, PersonId by) {
    return jdbc.sql(
            "select at from tasks.tick where task = :task and person = :by order by at desc limit 1")
        .param("task", task.value())
        .param("by", by.value())
        .query((r, n) -> instant(r, "at"))
        .optional();
  }

  Set<String> of(TaskId task) {
    return jdbc
        .sql("select item from tasks.tick where task = :task")
        .param("task", task.value())
        .query(String.class)
        .stream()
        .collect(Collectors.toSet());
  }
}
