package org.diestra.work.tasks;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.atOrNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.Task.Cancelled;
import org.diestra.work.tasks.Task.Delivered;
import org.diestra.work.tasks.Task.Disputed;
import org.diestra.work.tasks.Task.Proposed;
import org.diestra.work.tasks.Work.Criterion;
import org.diestra.work.tasks.Work.Due;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Row security shows each person the tasks of its own side. */
@Repository
class TaskStore {
  private final JdbcClient jdbc;

  TaskStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The next number within the contract; nobody else takes one until the transaction ends. */
  int number(ContractId contract) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('tasks ' || :contract, 0))")
        .param("contract", contract.toString())
        .query((r, n) -> true)
        .single();
    return jdbc.sql(
            "select coalesce(max(number), 0) + 1 from tasks.task where contract = :contract")
        .param("contract", contract.value())
        .query(Integer.class)
        .single();
  }

  /**
   * @param currency of its contract
   */
  void add(Task it, String currency) {
    var facts = it.facts();
    var place = facts.place();
    jdbc.sql(
            """
            insert into tasks.task (id, contract, number, workspace, organisation, assistant,
              hand_over, title, brief, procedure, pinned, agreed_at, currency, price, released, hours, due_at,
              due_zone, repeat_kind, repeat_every, repeat_until, begins_at, begins_zone, series,
              rounds, rounds_used, deliveries, stage, version, since, by_side, closes_at)
            values (:id, :contract, :number, :workspace, :organisation, :assistant,
              :handOver, :title, :brief, :procedure, :pinned, :agreed, :currency, :price, :released, :hours,
              :due, :zone, :kind, :every, :until, :begins, :beginsZone, :series,
              :rounds, 0, 0, :stage, :version, :since, :by, null)
            """)
        .param("id", facts.id().value())
        .param("contract", place.contract().value())
        .param("number", place.number())
        .param("workspace", place.workspace().value())
        .param("organisation", place.organisation().value())
        .param("assistant", place.assistant().value())
        .param("handOver", place.handOver())
        .param("title", facts.work().title())
        .param("brief", facts.work().brief())
        .param("procedure", procedure(facts.work()))
        .param("pinned", facts.count().pinned())
        .param("agreed", atOrNull(facts.count().agreedAt()))
        .param("currency", currency)
        .param("price", minor(facts.work().price()))
        .param("released", minor(facts.count().released()))
        .param("hours", facts.work().hours())
        .param("due", due(facts.work()))
        .param("zone", zone(facts.work()))
        .params(repeats(facts.work()))
        .param("series", place.series() == null ? null : place.series().value())
        .param("rounds", facts.count().rounds())
        .param("stage", it.stage().name())
        .param("version", facts.version())
        .param("since", at(facts.since()))
        .param("by", side(it))
        .update();
    addCriteria(facts);
  }

  private void addCriteria(Facts facts) {
    var criteria = facts.work().criteria();
    jdbc.sql(
            """
            insert into tasks.criterion (task, id, place, text)
            select :task, id, place, text
            from unnest(:ids, :texts) with ordinality as c(id, text, place)
            """)
        .param("task", facts.id().value())
        .param("ids", criteria.stream().map(Criterion::id).toArray(UUID[]::new))
        .param("texts", criteria.stream().map(Criterion::text).toArray(String[]::new))
        .update();
  }

  /** Other criteria than were proposed before; nothing cites them yet. */
  void replaceCriteria(Facts facts) {
    jdbc.sql("delete from tasks.criterion where task = :task")
        .param("task", facts.id().value())
        .update();
    addCriteria(facts);
  }

  /**
   * Keeps the others who would move it waiting until the transaction ends; by a statement of its
   * own, so that what is read next is what they left.
   */
  void lock(TaskId id) {
    jdbc.sql("select 1 from tasks.task where id = :id for update")
        .param("id", id.value())
        .query(Integer.class)
        .optional();
  }

  Optional<Task> find(TaskId id) {
    return jdbc.sql(TaskRows.ALL + "where t.id = :id")
        .param("id", id.value())
        .query(TaskRows::task)
        .optional();
  }

  boolean handsOver(ContractId contract) {
    return jdbc.sql(
            "select exists (select from tasks.task where contract = :contract and hand_over)")
        .param("contract", contract.value())
        .query(Boolean.class)
        .single();
  }

  /**
   * @throws IllegalStateException if it is not at the version that came before
   */
  void move(Task to) {
    var facts = to.facts();
    int rows =
        jdbc.sql(
                """
                update tasks.task set stage = :stage, version = :version, since = :since,
                  title = :title, brief = :brief, procedure = :procedure, pinned = :pinned, agreed_at = :agreed,
                  price = :price, released = :released, hours = :hours, due_at = :due,
                  due_zone = :zone, repeat_kind = :kind, repeat_every = :every,
                  repeat_until = :until, begins_at = :begins, begins_zone = :beginsZone,
                  rounds = :rounds, rounds_used = :used,
                  deliveries = :deliveries, by_side = :by, closes_at = :closes,
                  disputed_from = :from, seconds_left = :left
                where id = :id and version = :version - 1
                """)
            .param("id", facts.id().value())
            .param("stage", to.stage().name())
            .param("version", facts.version())
            .param("since", at(facts.since()))
            .param("title", facts.work().title())
            .param("brief", facts.work().brief())
            .param("procedure", procedure(facts.work()))
            .param("pinned", facts.count().pinned())
            .param("agreed", atOrNull(facts.count().agreedAt()))
            .param("price", minor(facts.work().price()))
            .param("released", minor(facts.count().released()))
            .param("hours", facts.work().hours())
            .param("due", due(facts.work()))
            .param("zone", zone(facts.work()))
            .params(repeats(facts.work()))
            .param("rounds", facts.count().rounds())
            .param("used", facts.count().used())
            .param("deliveries", facts.count().deliveries())
            .param("by", side(to))
            .param("closes", to instanceof Delivered d ? at(d.closesAt()) : null)
            .param("from", to instanceof Disputed d ? d.from().name() : null)
            .param(
                "left", to instanceof Disputed d && d.left() != null ? d.left().toSeconds() : null)
            .update();
    if (rows != 1) {
      throw new IllegalStateException("not at version " + (facts.version() - 1) + ": " + facts);
    }
  }

  private static @Nullable String side(Task it) {
    var side =
        switch (it) {
          case Proposed proposed -> proposed.by();
          case Cancelled cancelled -> cancelled.by();
          default -> null;
        };
    return side == null ? null : side.name();
  }

  private static @Nullable UUID procedure(Work work) {
    return work.procedure() == null ? null : work.procedure().value();
  }

  private static @Nullable Long minor(@Nullable Money money) {
    return money == null ? null : money.minor();
  }

  private static @Nullable Object due(Work work) {
    return work.due() == null ? null : atOrNull(work.due().at());
  }

  private static @Nullable String zone(Work work) {
    Due due = work.due();
    return due == null ? null : due.zone().getId();
  }

  private static Map<String, @Nullable Object> repeats(Work work) {
    var repeats = work.repeats();
    var begins = work.begins();
    var all = new HashMap<String, @Nullable Object>();
    all.put("kind", repeats == null ? null : repeats.kind().name());
    all.put("every", repeats == null ? null : repeats.every());
    all.put("until", repeats == null ? null : repeats.until());
    all.put("begins", begins == null ? null : at(begins.at()));
    all.put("beginsZone", begins == null ? null : begins.zone().getId());
    return all;
  }
}
