package org.diestra.money.invoices;

import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.dateOrNull;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.labelOrNull;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.moneyOrNull;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.diestra.money.invoices.Due.Known;
import org.diestra.money.invoices.Due.Lack;
import org.diestra.money.ledger.Book;
import org.diestra.money.payments.Sale;
import org.diestra.money.payments.Sale.Work.OfExtra;
import org.diestra.money.payments.Sale.Work.OfPeriod;
import org.diestra.money.payments.Sale.Work.OfTask;
import org.diestra.money.payments.Sale.Work.OfWeek;
import org.diestra.money.taxes.Category;
import org.diestra.money.taxes.Reason;
import org.diestra.money.taxes.Treatment;
import org.diestra.money.taxes.Treatment.Taxed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DueStore {
  private final JdbcClient jdbc;

  DueStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Twice is as once; also when they are invoiced already. */
  void add(List<Sale> sales) {
    jdbc.sql(
            """
            insert into invoices.due (entry, contract, client, assistant, task, title, week, minutes,
              rate, first_day, last_day, month, currency, price, at, direct, vat, withheld, category,
              rate_bp, reason, withholding_bp, seller_version, buyer_version)
            select s.* from unnest(:entries, :contracts, :clients, :assistants, cast(:tasks as uuid[]), :titles,
              cast(:weeks as date[]), cast(:minutes as int[]), cast(:rates as bigint[]),
              cast(:firsts as date[]), cast(:lasts as date[]), :months, :currencies,
              :prices, cast(:at as timestamptz[]), :direct, :vats, :withheld, cast(:categories as text[]),
              cast(:rateBp as int[]), cast(:reasons as text[]), cast(:withholdings as int[]),
              cast(:sellers as int[]), cast(:buyers as int[])) as s(entry, contract, client, assistant,
              task, title, week, minutes, rate, first, last, month, currency, price, at, direct, vat,
              withheld, category, rate_bp, reason, withholding_bp, seller_version, buyer_version)
            where not exists (select from invoices.invoice i where i.entry = s.entry)
            on conflict (entry) do nothing
            """)
        .param("entries", column(sales, new UUID[0], Sale::entry))
        .param("contracts", column(sales, new UUID[0], s -> s.contract().value()))
        .param("clients", column(sales, new UUID[0], s -> s.client().value()))
        .param("assistants", column(sales, new UUID[0], s -> s.assistant().value()))
        .param(
            "tasks",
            column(
                sales,
                new UUID[0],
                s -> of(s, t -> t.task().value(), w -> null, e -> null, p -> null)))
        .param(
            "titles",
            column(
                sales,
                new String[0],
                s -> of(s, OfTask::title, w -> null, OfExtra::title, OfPeriod::title)))
        .param(
            "weeks",
            column(
                sales,
                new String[0],
                s -> of(s, t -> null, w -> w.week().toString(), e -> null, p -> null)))
        .param(
            "minutes",
            column(
                sales,
                new Integer[0],
                s -> of(s, t -> null, OfWeek::minutes, e -> null, p -> null)))
        .param(
            "rates",
            column(
                sales,
                new Long[0],
                s -> of(s, t -> null, w -> w.rate().minor(), e -> null, p -> null)))
        .param("firsts", column(sales, new String[0], s -> day(s, OfPeriod::from)))
        .param("lasts", column(sales, new String[0], s -> day(s, OfPeriod::to)))
        .param(
            "months",
            column(sales, new Boolean[0], s -> s.work() instanceof OfPeriod it && it.whole()))
        .param(
            "currencies", column(sales, new String[0], s -> s.price().currency().getCurrencyCode()))
        .param("prices", column(sales, new Long[0], s -> s.price().minor()))
        .param("at", column(sales, new String[0], s -> s.at().toString()))
        .param("direct", column(sales, new Boolean[0], s -> s.rail().equals(Book.DIRECT)))
        .param("vats", column(sales, new Long[0], s -> taxed(s, s.share().vat().minor())))
        .param("withheld", column(sales, new Long[0], s -> taxed(s, s.share().withheld().minor())))
        .param("categories", column(sales, new String[0], s -> of(s, t -> t.category().name())))
        .param("rateBp", column(sales, new Integer[0], s -> of(s, Treatment::rate)))
        .param("reasons", column(sales, new String[0], s -> of(s, t -> t.reason().name())))
        .param("withholdings", column(sales, new Integer[0], s -> of(s, Treatment::withholding)))
        .param("sellers", column(sales, new Integer[0], s -> taxed(s, s.tax().seller())))
        .param("buyers", column(sales, new Integer[0], s -> taxed(s, s.tax().buyer())))
        .update();
  }

  private static <T> @Nullable T of(
      Sale sale,
      Function<OfTask, @Nullable T> task,
      Function<OfWeek, @Nullable T> week,
      Function<OfExtra, @Nullable T> extra,
      Function<OfPeriod, @Nullable T> period) {
    return switch (sale.work()) {
      case OfTask it -> task.apply(it);
      case OfWeek it -> week.apply(it);
      case OfExtra it -> extra.apply(it);
      case OfPeriod it -> period.apply(it);
    };
  }

  private static <T> @Nullable T of(Sale sale, Function<Treatment, T> what) {
    var treatment = sale.tax().work();
    return treatment == null ? null : what.apply(treatment);
  }

  private static <T> @Nullable T taxed(Sale sale, T what) {
    return sale.tax().known() ? what : null;
  }

  private static @Nullable String day(Sale sale, Function<OfPeriod, LocalDate> what) {
    return sale.work() instanceof OfPeriod it ? what.apply(it).toString() : null;
  }

  private static <T> @Nullable T[] column(
      List<Sale> sales, T[] empty, Function<Sale, @Nullable T> what) {
    var all = new ArrayList<@Nullable T>();
    sales.forEach(sale -> all.add(what.apply(sale)));
    return all.toArray(empty);
  }

  /** The oldest that may be invoiced; nobody else takes them until the transaction ends. */
  List<Due> take(int most) {
    return jdbc.sql(
            """
            select * from invoices.due where waits is null
            order by at, entry limit :most for update skip locked
            """)
        .param("most", most)
        .query((r, n) -> due(r))
        .list();
  }

  /** Whether any may be invoiced. */
  boolean anyReady() {
    return jdbc.sql("select exists (select from invoices.due where waits is null)")
        .query(Boolean.class)
        .single();
  }

  void remove(Collection<UUID> entries) {
    jdbc.sql("delete from invoices.due where entry = any(:entries)")
        .param("entries", entries.toArray(UUID[]::new))
        .update();
  }

  /** What waits and nobody was told of; nobody else takes them until the transaction ends. */
  List<Due> untold(int most) {
    return jdbc.sql(
            """
            update invoices.due set told = true where entry in (
              select entry from invoices.due where waits is not null and not told
              order by entry limit :most for update skip locked)
            returning *
            """)
        .param("most", most)
        .query((r, n) -> due(r))
        .list();
  }

  void wait(Collection<UUID> entries, Lack lack) {
    jdbc.sql("update invoices.due set waits = :lack where entry = any(:entries)")
        .param("lack", lack.name())
        .param("entries", entries.toArray(UUID[]::new))
        .update();
  }

  /**
   * Something about that party has changed: all of it is looked at again. What a run has in hand is
   * waited for, so that it does not put to wait what may be made by now.
   */
  void again(UUID party) {
    jdbc.sql(
            """
            update invoices.due set waits = null, told = false
            where assistant = :party or client = :party
            """)
        .param("party", party)
        .update();
  }

  /** Whatever they wait for may have come. */
  void again() {
    jdbc.sql("update invoices.due set waits = null, told = false where waits is not null").update();
  }

  /** What waits on either side of that party, the oldest first. */
  List<Due> waiting(UUID party, int most) {
    return jdbc.sql(
            """
            select * from invoices.due where assistant = :party or client = :party
            order by at, entry limit :most
            """)
        .param("party", party)
        .param("most", most)
        .query((r, n) -> due(r))
        .list();
  }

  private static Due due(ResultSet r) throws SQLException {
    return new Due(
        id(r, "entry"),
        id(r, "contract"),
        id(r, "client"),
        id(r, "assistant"),
        idOrNull(r, "task"),
        textOrNull(r, "title"),
        dateOrNull(r, "week"),
        integerOrNull(r, "minutes"),
        moneyOrNull(r, "rate", "currency"),
        dateOrNull(r, "first_day"),
        dateOrNull(r, "last_day"),
        bool(r, "month"),
        money(r, "price", "currency"),
        known(r),
        instant(r, "at"),
        bool(r, "direct"),
        labelOrNull(r, "waits", Lack.class));
  }

  private static @Nullable Known known(ResultSet r) throws SQLException {
    var category = labelOrNull(r, "category", Category.class);
    return category == null
        ? null
        : new Known(
            new Taxed(
                money(r, "price", "currency"),
                money(r, "vat", "currency"),
                money(r, "withheld", "currency")),
            new Treatment(
                category,
                integer(r, "rate_bp"),
                label(r, "reason", Reason.class),
                integer(r, "withholding_bp")),
            integer(r, "seller_version"),
            integer(r, "buyer_version"));
  }
}
