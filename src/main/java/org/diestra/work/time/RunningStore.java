package org.diestra.work.time;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.work.contracts.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Row security shows each person the own timer alone. */
@Repository
class RunningStore {
  private final JdbcClient jdbc;

  RunningStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One at a time: whatever starts, stops or writes hours of that person waits until the
   * transaction ends, for the sum of a day and what overlaps are read before they are written.
   */
  void lock(PersonId person) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('time:' || :person, 0))")
        .param("person", person.value().toString())
        .query((r, n) -> true)
        .single();
  }

  Optional<Running> find(PersonId person) {
    return jdbc.sql("select * from \"time\".timer where person = :person")
        .param("person", person.value())
        .query((r, n) -> running(r))
        .optional();
  }

  /** Whoever's timer runs for that contract: its assistant's alone. */
  List<Running> of(ContractId contract) {
    return jdbc.sql("select * from \"time\".timer where contract = :contract")
        .param("contract", contract.value())
        .query((r, n) -> running(r))
        .list();
  }

  void add(Running running) {
    jdbc.sql(
            """
            insert into "time".timer (person, id, contract, task, note, started_at, late)
            values (:person, :id, :contract, cast(:task as uuid), :note, :started, :late)
            """)
        .param("person", running.person().value())
        .param("id", running.id())
        .param("contract", running.contract().value())
        .param("task", running.task())
        .param("note", running.note())
        .param("started", at(running.startedAt()))
        .param("late", running.late())
        .update();
  }

  /** False where another timer runs by now, or none. */
  boolean describe(PersonId person, UUID timer, String note, @Nullable UUID task) {
    return jdbc.sql(
                """
                update "time".timer set note = :note, task = cast(:task as uuid)
                where person = :person and id = :timer
                """)
            .param("note", note)
            .param("task", task)
            .param("person", person.value())
            .param("timer", timer)
            .update()
        == 1;
  }

  void restart(Running running, Instant from) {
    one(
        jdbc.sql("update \"time\".timer set started_at = :from where id = :timer")
            .param("from", at(from))
            .param("timer", running.id())
            .update());
  }

  /** Whether that person's timer ran and was stopped. */
  boolean ended(PersonId person, UUID timer) {
    return jdbc.sql(
            """
            select exists (select from "time".ended where timer = :timer and person = :person)
            """)
        .param("timer", timer)
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  /** It runs no more, and is remembered. */
  void end(Running running, Instant now) {
    jdbc.sql("insert into \"time\".ended (timer, person, at) values (:timer, :person, :at)")
        .param("timer", running.id())
        .param("person", running.person().value())
        .param("at", at(now))
        .update();
    one(
        jdbc.sql("delete from \"time\".timer where id = :timer")
            .param("timer", running.id())
            .update());
  }

  private static void one(int rows) {
    if (rows != 1) {
      throw new IllegalStateException("timers changed: " + rows);
    }
  }

  private static Running running(ResultSet r) throws SQLException {
    return new Running(
        new PersonId(id(r, "person")),
        id(r, "id"),
        new ContractId(id(r, "contract")),
        idOrNull(r, "task"),
        text(r, "note"),
        instant(r, "started_at"),
        bool(r, "late"));
  }
}
