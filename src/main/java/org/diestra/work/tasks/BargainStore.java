package org.diestra.work.tasks;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.labelOrNull;
import static org.diestra.platform.data.Row.moneyOrNull;
import static org.diestra.platform.data.Row.text;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.work.contracts.Side;
import org.diestra.work.tasks.Bargain.Answer;
import org.diestra.work.tasks.Bargain.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Change orders and settlements, open and answered. */
@Repository
class BargainStore {
  private final JdbcClient jdbc;

  BargainStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Bargain it) {
    jdbc.sql(
            """
            insert into tasks.bargain (id, task, kind, side, person, words, amount, hours, due_at,
              due_zone, rounds, at)
            values (:id, :task, :kind, :side, :person, :words, :amount, :hours, :due, :zone,
              :rounds, :at)
            """)
        .param("id", it.id())
        .param("task", it.task().value())
        .param("kind", it.kind().name())
        .param("side", it.side().name())
        .param("person", it.person().value())
        .param("words", it.words())
        .param("amount", it.amount() == null ? null : it.amount().minor())
        .param("hours", it.hours())
        .param("due", it.due() == null ? null : at(it.due().at()))
        .param("zone", it.due() == null ? null : it.due().zone().getId())
        .param("rounds", it.rounds())
        .param("at", at(it.at()))
        .update();
  }

  /** The newest first. */
  List<Bargain> of(TaskId task) {
    return jdbc.sql(
            """
            select b.*, t.currency from tasks.bargain b join tasks.task t on t.id = b.task
            where b.task = :task order by b.at desc
            """)
        .param("task", task.value())
        .query((r, n) ->
            new Bargain(
                id(r, "id"),
                new TaskId(id(r, "task")),
                label(r, "kind", Kind.class),
                label(r, "side", Side.class),
                new PersonId(id(r, "person")),
                text(r, "words"),
                moneyOrNull(r, "amount", "currency"),
                integerOrNull(r, "hours"),
                TaskRows.due(r),
                integer(r, "rounds"),
                instant(r, "at"),
                labelOrNull(r, "answer", Answer.class)))
        .list();
  }

  Optional<Bargain> open(TaskId task) {
    return of(task).stream().filter(b -> b.answer() == null).findFirst();
  }

  /**
   * @return false when it was answered before
   */
  boolean answer(UUID id, Answer answer, PersonId by, Instant now) {
    return jdbc.sql(
                """
                update tasks.bargain set answer = :answer, answered_by = :by, answered_at = :at
                where id = :id and answer is null
                """)
            .param("id", id)
            .param("answer", answer.name())
            .param("by", by.value())
            .param("at", at(now))
            .update()
        == 1;
  }

  /** Whatever was open is, by what happened to the task, over. */
  void close(TaskId task, @Nullable PersonId by, Instant now) {
    jdbc.sql(
            """
            update tasks.bargain set answer = 'WITHDRAWN', answered_by = :by, answered_at = :at
            where task = :task and answer is null
            """)
        .param("task", task.value())
        .param("by", by == null ? null : by.value())
        .param("at", at(now))
        .update();
  }
}
