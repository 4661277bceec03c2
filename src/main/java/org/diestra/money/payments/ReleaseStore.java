package org.diestra.money.payments;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.dateOrNull;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.diestra.money.ledger.Book;
import org.diestra.money.payments.Sale.Work;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.TaskId;
import org.jspecify.annotations.Nullable;
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
   * @param task or null, as all but one of what it may be for
   * @param week or null
   * @param extra or null
   * @param period a month of a retainer, or null
   * @param net in minor units of the contract's currency, less what was taken back of it
   */
  record Held(
      UUID entry,
      @Nullable TaskId task,
      @Nullable LocalDate week,
      @Nullable UUID extra,
      @Nullable UUID period,
      ContractId contract,
      long net,
      Instant dueAt) {}

  /** A sale of which nothing reaches anybody has no days to wait. */
  void add(List<Sale> sales, List<Instant> due) {
    jdbc.sql(
            """
            insert into payments.release (entry, task, week, extra, period, contract, assistant, price,
              vat, withheld, client_fee, net, made_at, due_at, matured_at)
            select s.entry, s.task, s.week, s.extra, s.period, s.contract, s.assistant, s.price, s.vat,
              s.withheld, s.fee, s.net, s.made, s.due, case when s.net = 0 then s.made end
            from unnest(:entries, cast(:tasks as uuid[]), cast(:weeks as date[]),
              cast(:extras as uuid[]), cast(:periods as uuid[]), :contracts, :assistants, :prices,
              :vats, :withheld, :fees, :nets, cast(:made as timestamptz[]), cast(:due as timestamptz[]))
              as s(entry, task, week, extra, period, contract, assistant, price, vat, withheld, fee,
                net, made, due)
            """)
        .param("entries", uuids(sales, Sale::entry))
        .param(
            "tasks",
            uuids(sales, s -> s.work() instanceof Work.OfTask(var t, var n) ? t.value() : null))
        .param("weeks", texts(sales, s -> s.work() instanceof Work.OfWeek w ? w.week() : null))
        .param("extras", uuids(sales, s -> s.work() instanceof Work.OfExtra e ? e.extra() : null))
        .param(
            "periods", uuids(sales, s -> s.work() instanceof Work.OfPeriod p ? p.period() : null))
        .param("contracts", uuids(sales, s -> s.contract().value()))
        .param("assistants", uuids(sales, s -> s.assistant().value()))
        .param("prices", longs(sales, s -> s.price().minor()))
        .param("vats", longs(sales, s -> s.share().vat().minor()))
        .param("withheld", longs(sales, s -> s.share().withheld().minor()))
        .param("fees", longs(sales, s -> s.clientFee().minor()))
        .param("nets", longs(sales, s -> s.net().minor()))
        .param("made", texts(sales, Sale::at))
        .param("due", due.stream().map(Instant::toString).toArray(String[]::new))
        .update();
  }

  private static UUID[] uuids(List<Sale> sales, Function<Sale, @Nullable UUID> what) {
    return sales.stream().map(what).toArray(UUID[]::new);
  }

  private static Long[] longs(List<Sale> sales, Function<Sale, Long> what) {
    return sales.stream().map(what).toArray(Long[]::new);
  }

  private static @Nullable String[] texts(List<Sale> sales, Function<Sale, @Nullable Object> what) {
    var texts = new @Nullable String[sales.size()];
    for (int i = 0; i < texts.length; i++) {
      var text = what.apply(sales.get(i));
      texts[i] = text == null ? null : text.toString();
    }
    return texts;
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

  /** Weeks whose days are over, the oldest first. */
  List<Held> dueWeeks(Instant now, int most) {
    return jdbc.sql(
            """
            select * from payments.release
            where week is not null and matured_at is null and due_at <= :now
              and not exists (select from payments.plan p
                where p.contract = release.contract and p.rail = :direct)
            order by due_at limit :most
            """)
        .param("now", at(now))
        .param("direct", Book.DIRECT)
        .param("most", most)
        .query((r, n) -> held(r))
        .list();
  }

  /** Those of these whose days are not over already; nobody else gets them until the commit. */
  List<Held> locked(Collection<UUID> entries) {
    return jdbc.sql(
            """
            select * from payments.release where entry = any(:entries) and matured_at is null
            order by entry for update
            """)
        .param("entries", entries.toArray(UUID[]::new))
        .query((r, n) -> held(r))
        .list();
  }

  /** What waits of one subject, the soonest first; whoever asks has locked its client's money. */
  List<Held> locked(Subject subject) {
    var task = subject.task();
    return jdbc.sql(
            """
            select * from payments.release where contract = :contract and matured_at is null
              and task is not distinct from cast(:task as uuid)
              and extra is not distinct from cast(:extra as uuid)
              and period is not distinct from cast(:period as uuid)
            order by due_at, entry for update
            """)
        .param("contract", subject.contract().value())
        .param("task", task == null ? null : task.value())
        .param("extra", subject.extra())
        .param("period", subject.period())
        .query((r, n) -> held(r))
        .list();
  }

  /** So much less of it will be available; it is locked. */
  void take(UUID entry, long amount) {
    jdbc.sql("update payments.release set taken = taken + :amount where entry = :entry")
        .param("amount", amount)
        .param("entry", entry)
        .update();
  }

  /**
   * @param matured whether its days are over
   */
  record Restored(@Nullable TaskId task, long amount, boolean matured) {}

  /**
   * Undoes what was taken.
   *
   * @param amounts by entry, each at most what was taken of it
   */
  List<Restored> restore(Map<UUID, Long> amounts) {
    var all = List.copyOf(amounts.entrySet());
    return jdbc.sql(
            """
            update payments.release r set taken = r.taken - n.amount
            from unnest(:entries, :amounts) as n(entry, amount)
            where r.entry = n.entry
            returning r.task, n.amount, r.matured_at is not null as matured
            """)
        .param("entries", all.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
        .param("amounts", all.stream().map(Map.Entry::getValue).toArray(Long[]::new))
        .query((r, n) -> {
          var task = idOrNull(r, "task");
          return new Restored(
              task == null ? null : new TaskId(task), bigint(r, "amount"), bool(r, "matured"));
        })
        .list();
  }

  void matured(Collection<UUID> entries, Instant now) {
    jdbc.sql("update payments.release set matured_at = :now where entry = any(:entries)")
        .param("now", at(now))
        .param("entries", entries.toArray(UUID[]::new))
        .update();
  }

  /** Of the weeks of these, those of which nothing waits any more. */
  List<SoldWeek> weeksOver(Collection<UUID> entries) {
    return jdbc.sql(
            """
            select distinct r.contract, r.week from payments.release r
            where r.entry = any(:entries) and r.week is not null and not exists (
              select from payments.release o where o.contract = r.contract and o.week = r.week
                and (o.matured_at is null or o.taken > 0))
            """)
        .param("entries", entries.toArray(UUID[]::new))
        .query((r, n) -> new SoldWeek(new ContractId(id(r, "contract")), date(r, "week")))
        .list();
  }

  /** Of these months of retainers, those of which nothing waits any more. */
  List<UUID> monthsOver(Collection<UUID> periods) {
    return jdbc.sql(
            """
            select p from unnest(:periods) p where not exists (select from payments.release
              where period = p and (matured_at is null or taken > 0))
            """)
        .param("periods", periods.toArray(UUID[]::new))
        .query((r, n) -> id(r, "p"))
        .list();
  }

  /** Whether something of that task still waits, is held, is owed, or was taken back. */
  boolean moreOf(TaskId task) {
    return jdbc.sql(
            """
            select exists (
                select from payments.release where task = :task and (matured_at is null or taken > 0))
              or exists (select from payments.holding
                where task = :task and held + kept + owed > 0)
            """)
        .param("task", task.value())
        .query(Boolean.class)
        .single();
  }

  /** What waits in a contract, the soonest first. */
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
              and not exists (select from payments.plan p
                where p.contract = release.contract and p.rail = :direct)
            order by due_at limit :most
            """)
        .param("assistant", assistant)
        .param("direct", Book.DIRECT)
        .param("most", most)
        .query((r, n) -> instant(r, "due_at"))
        .list();
  }

  private static Held held(ResultSet r) throws SQLException {
    var task = idOrNull(r, "task");
    return new Held(
        id(r, "entry"),
        task == null ? null : new TaskId(task),
        dateOrNull(r, "week"),
        idOrNull(r, "extra"),
        idOrNull(r, "period"),
        new ContractId(id(r, "contract")),
        bigint(r, "net") - bigint(r, "taken"),
        instant(r, "due_at"));
  }
}
