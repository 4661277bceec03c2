package org.diestra.money.payments;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.TaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReleaseStore {
  private final JdbcClient jdbc;

  ReleaseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What waits for its days to be over.
   *
   * @param net in minor units of the contract's currency
   */
  record Held(TaskId task, ContractId contract, long net, Instant dueAt) {}

  void add(Plan plan, TaskId task, UUID entry, Money net, Instant due) {
    jdbc.sql(
            """
            insert into payments.release (entry, task, contract, assistant, net, due_at)
            values (:entry, :task, :contract, :assistant, :net, :due)
            """)
        .param("entry", entry)
        .param("task", task.value())
        .param("contract", plan.contract().value())
        .param("assistant", plan.assistant().value())
        .param("net", net.minor())
        .param("due", at(due))
        .update();
  }

  Optional<Held> find(UUID entry) {
    return jdbc.sql("select * from payments.release where entry = :entry")
        .param("entry", entry)
        .query((r, n) -> held(r))
        .optional();
  }

  /** Empty where there is none, or its days are over already. */
  Optional<Held> locked(UUID entry) {
    return jdbc.sql(
            "select * from payments.release where entry = :entry and matured_at is null for update")
        .param("entry", entry)
        .query((r, n) -> held(r))
        .optional();
  }

  void matured(UUID entry, Instant now) {
    jdbc.sql("update payments.release set matured_at = :now where entry = :entry")
        .param("now", at(now))
        .param("entry", entry)
        .update();
  }

  /** Whether something of that task still waits, is held, or is owed. */
  boolean moreOf(TaskId task) {
    return jdbc.sql(
            """
            select exists (select from payments.release where task = :task and matured_at is null)
              or exists (select from payments.holding where task = :task and held + owed > 0)
            """)
        .param("task", task.value())
        .query(Boolean.class)
        .single();
  }

  /** What waits in a contract, by task. */
  List<Held> of(ContractId contract) {
    return jdbc.sql(
            """
            select * from payments.release where contract = :contract and matured_at is null
            order by due_at
            """)
        .param("contract", contract.value())
        .query((r, n) -> held(r))
        .list();
  }

  /** When the next of an assistant's is theirs to call for, in each currency; the soonest first. */
  List<Instant> next(UUID assistant, int most) {
    return jdbc.sql(
            """
            select due_at from payments.release where assistant = :assistant and matured_at is null
            order by due_at limit :most
            """)
        .param("assistant", assistant)
        .param("most", most)
        .query((r, n) -> instant(r, "due_at"))
        .list();
  }

  private static Held held(ResultSet r) throws SQLException {
    return new Held(
        new TaskId(id(r, "task")),
        new ContractId(id(r, "contract")),
        bigint(r, "net"),
        instant(r, "due_at"));
  }
}
