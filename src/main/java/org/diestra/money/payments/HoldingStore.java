package org.diestra.money.payments;

import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.integer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.diestra.money.payments.Holding.Kept;
import org.diestra.work.tasks.TaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HoldingStore {
  private final JdbcClient jdbc;

  HoldingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is held for a task, which nobody else changes until the transaction ends. */
  Holding locked(TaskId task, Plan plan) {
    jdbc.sql(
            """
            insert into payments.holding (task, contract, held, fee_held, released, owed, steps)
            values (:task, :contract, 0, 0, 0, 0, 0) on conflict do nothing
            """)
        .param("task", task.value())
        .param("contract", plan.contract().value())
        .update();
    return jdbc.sql("select * from payments.holding where task = :task for update")
        .param("task", task.value())
        .query((r, n) -> holding(r, plan))
        .single();
  }

  void write(Holding holding) {
    int rows =
        jdbc.sql(
                """
                update payments.holding set held = :held, fee_held = :fee, kept = :kept,
                  fee_kept = :feeKept, dispute = :dispute, released = :released, owed = :owed,
                  steps = :steps
                where task = :task and steps = :steps - 1
                """)
            .param("held", holding.held().minor())
            .param("fee", holding.feeHeld().minor())
            .param("kept", holding.kept().work().minor())
            .param("feeKept", holding.kept().fee().minor())
            .param("dispute", holding.kept().dispute())
            .param("released", holding.released().minor())
            .param("owed", holding.owed().minor())
            .param("steps", holding.steps())
            .param("task", holding.task().value())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("has moved: " + holding);
    }
  }

  /** What is held for a task; nothing where nothing ever was. */
  Holding of(TaskId task, Plan plan) {
    return jdbc.sql("select * from payments.holding where task = :task")
        .param("task", task.value())
        .query((r, n) -> holding(r, plan))
        .optional()
        .orElse(Holding.none(task, plan));
  }

  /** All of a contract. */
  Map<TaskId, Holding> of(Plan plan) {
    return jdbc
        .sql("select * from payments.holding where contract = :contract")
        .param("contract", plan.contract().value())
        .query((r, n) -> holding(r, plan))
        .list()
        .stream()
        .collect(Collectors.toMap(Holding::task, h -> h));
  }

  private static Holding holding(ResultSet r, Plan plan) throws SQLException {
    return new Holding(
        new TaskId(id(r, "task")),
        plan.money(bigint(r, "held")),
        plan.money(bigint(r, "fee_held")),
        new Kept(
            idOrNull(r, "dispute"),
            plan.money(bigint(r, "kept")),
            plan.money(bigint(r, "fee_kept"))),
        plan.money(bigint(r, "released")),
        plan.money(bigint(r, "owed")),
        integer(r, "steps"));
  }
}
