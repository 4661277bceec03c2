package org.diestra.platform.messaging;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.text;

import java.time.Instant;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people have begun to write, one text a thread. */
@Repository
class DraftStore {
  private final JdbcClient jdbc;

  DraftStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param key of the form it stands in
   */
  record Draft(String text, String key, Instant changedAt) {}

  void keep(ThreadId thread, PersonId person, Draft draft) {
    jdbc.sql(
            """
            insert into messaging.draft (thread, person, text, key, changed_at)
            values (:thread, :person, :text, :key, :at)
            on conflict (thread, person) do update set text = :text, key = :key, changed_at = :at
            """)
        .param("thread", thread.value())
        .param("person", person.value())
        .param("text", draft.text())
        .param("key", draft.key())
        .param("at", at(draft.changedAt()))
        .update();
  }

  Optional<Draft> find(ThreadId thread, PersonId person) {
    return jdbc.sql("select * from messaging.draft where thread = :thread and person = :person")
        .param("thread", thread.value())
        .param("person", person.value())
        .query((r, n) -> new Draft(text(r, "text"), text(r, "key"), instant(r, "changed_at")))
        .optional();
  }

  void drop(ThreadId thread, PersonId person) {
    jdbc.sql("delete from messaging.draft where thread = :thread and person = :person")
        .param("thread", thread.value())
        .param("person", person.value())
        .update();
  }
}
