package org.diestra.money.billing;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.moneyOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.diestra.money.billing.Bill.Kept;
import org.diestra.money.payments.Charges;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.time.WeekId;
import org.diestra.work.time.WorkedWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BillStore {
  private static final String ALL =
      "select b.*, p.currency from billing.bill b join payments.plan p on p.contract = b.contract ";
  private final JdbcClient jdbc;

  BillStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A week is due, once. */
  void add(WorkedWeek week, Instant now) {
    jdbc.sql(
            """
            insert into billing.bill (contract, week, minutes, rate, price, withheld, state, paid,
              closed_at, steps)
            values (:contract, :week, :minutes, :rate, :price, :withheld, 'DUE', 0, :now, 0)
            on conflict do nothing
            """)
        .param("contract", week.contract().value())
        .param("week", week.week())
        .param("minutes", week.minutes())
        .param("rate", week.rate().minor())
        .param("price", week.price().minor())
        .param("withheld", week.withheldPrice().minor())
        .param("now", at(now))
        .update();
  }

  /** A set of those that are due; nobody else gets them until the transaction ends. */
  List<Bill> due(int most) {
    return jdbc.sql(
            ALL
                + """
                where b.state = 'DUE' order by b.contract, b.week limit :most
                for update of b skip locked
                """)
        .param("most", most)
        .query((r, n) -> bill(r))
        .list();
  }

  /** What is owed of a contract's weeks, the oldest first, locked. */
  List<Bill> owed(ContractId contract) {
    return jdbc.sql(
            ALL
                + """
                where b.contract = :contract and b.state = 'BILLED'
                  and b.paid < b.price + coalesce(b.settled, 0)
                order by b.week for update of b
                """)
        .param("contract", contract.value())
        .query((r, n) -> bill(r))
        .list();
  }

  /** One that was billed. */
  Optional<Bill> locked(WeekId id) {
    return jdbc.sql(
            ALL
                + """
                where b.contract = :contract and b.week = :week and b.state = 'BILLED'
                for update of b
                """)
        .param("contract", id.contract().value())
        .param("week", id.week())
        .query((r, n) -> bill(r))
        .optional();
  }

  /** The last of a contract, the newest first. */
  List<Bill> of(ContractId contract, int most) {
    return jdbc.sql(ALL + "where b.contract = :contract order by b.week desc limit :most")
        .param("contract", contract.value())
        .param("most", most)
        .query((r, n) -> bill(r))
        .list();
  }

  /**
   * What the weeks of a contract still need.
   *
   * @param due of those that are closed and not billed yet, what is in dispute included
   * @param parts of those that were billed, what the deposit did not cover
   */
  record Open(Money due, List<Part> parts) {
    Open plus(Open more) {
      return new Open(
          due.plus(more.due), Stream.concat(parts.stream(), more.parts.stream()).toList());
    }

    Money owed() {
      return parts.stream().map(Part::owed).reduce(Money.zero(due.currency()), Money::plus);
    }

    /** With its taxes. Each week is paid by itself, and its taxes are rounded by themselves. */
    Money owed(Charges charges) {
      return parts.stream()
          .map(part -> charges.gross(part.paid(), part.owed()))
          .reduce(Money.zero(due.currency()), Money::plus);
    }
  }

  /** What of a week was paid before, and what is owed. */
  record Part(Money paid, Money owed) {}

  /** By contract; one whose weeks need nothing is left out. */
  Map<ContractId, Open> open(Collection<ContractId> contracts) {
    var found = new HashMap<ContractId, Open>();
    jdbc.sql(
            """
            select b.contract, p.currency, b.state, b.paid, b.price + b.withheld as due,
              b.price + coalesce(b.settled, 0) - b.paid as owed
            from billing.bill b join payments.plan p on p.contract = b.contract
            where b.contract = any(:contracts)
              and (b.state = 'DUE' or b.paid < b.price + coalesce(b.settled, 0))
            """)
        .param("contracts", contracts.stream().map(ContractId::value).toArray(UUID[]::new))
        .query(r -> {
          found.merge(new ContractId(id(r, "contract")), open(r), Open::plus);
        });
    return found;
  }

  private static Open open(ResultSet r) throws SQLException {
    var due = money(r, "due", "currency");
    return label(r, "state", Bill.State.class) == Bill.State.DUE
        ? new Open(due, List.of())
        : new Open(
            Money.zero(due.currency()),
            List.of(new Part(money(r, "paid", "currency"), money(r, "owed", "currency"))));
  }

  /** Whether any week is closed and not billed yet. */
  boolean anyDue() {
    return jdbc.sql("select exists (select from billing.bill where state = 'DUE')")
        .query(Boolean.class)
        .single();
  }

  /** Contracts of these clients of which something is owed. */
  List<ContractId> owing(Collection<OrganisationId> clients) {
    return jdbc.sql(
            """
            select distinct b.contract from billing.bill b
            join payments.plan p on p.contract = b.contract
            where p.organisation = any(:clients) and b.state = 'BILLED'
              and b.paid < b.price + coalesce(b.settled, 0)
            """)
        .param("clients", clients.stream().map(OrganisationId::value).toArray(UUID[]::new))
        .query((r, n) -> new ContractId(id(r, "contract")))
        .list();
  }

  /** Whether a week of that contract is closed and not billed yet. */
  boolean anyDue(ContractId contract) {
    return jdbc.sql(
            "select exists (select from billing.bill where contract = :contract and state = 'DUE')")
        .param("contract", contract.value())
        .query(Boolean.class)
        .single();
  }

  /** Of these weeks, those of which nothing is owed. */
  List<WeekId> settled(List<WeekId> weeks) {
    return jdbc.sql(
            """
            select b.contract, b.week from billing.bill b
            join unnest(:contracts, cast(:weeks as date[])) as w(contract, week)
              on w.contract = b.contract and w.week = b.week
            where b.state = 'BILLED' and b.paid = b.price + coalesce(b.settled, 0)
            """)
        .param("contracts", uuids(weeks, w -> w.contract().value()))
        .param("weeks", weeks.stream().map(w -> w.week().toString()).toArray(String[]::new))
        .query((r, n) -> new WeekId(new ContractId(id(r, "contract")), date(r, "week")))
        .list();
  }

  /** Each is locked, and billed. */
  void write(List<Bill> bills, Instant now) {
    int rows =
        jdbc.sql(
                """
                update billing.bill b set state = 'BILLED', paid = n.paid, dispute = n.dispute,
                  kept = n.kept, kept_fee = n.fee, steps = n.steps,
                  billed_at = coalesce(b.billed_at, :now)
                from unnest(:contracts, cast(:weeks as date[]), :paid, cast(:disputes as uuid[]),
                  :kept, :fees, :steps) as n(contract, week, paid, dispute, kept, fee, steps)
                where b.contract = n.contract and b.week = n.week and b.steps < n.steps
                """)
            .param("contracts", uuids(bills, b -> b.id().contract().value()))
            .param(
                "weeks", bills.stream().map(b -> b.id().week().toString()).toArray(String[]::new))
            .param("paid", longs(bills, b -> b.paid().minor()))
            .param("disputes", uuids(bills, b -> b.kept() == null ? null : b.kept().dispute()))
            .param("kept", longs(bills, b -> b.kept() == null ? 0 : b.kept().work().minor()))
            .param("fees", longs(bills, b -> b.kept() == null ? 0 : b.kept().fee().minor()))
            .param("steps", bills.stream().map(Bill::steps).toArray(Integer[]::new))
            .param("now", at(now))
            .update();
    if (rows != bills.size()) {
      throw new IllegalStateException("weeks: " + rows + " of " + bills.size());
    }
  }

  /** One side gave way; once. */
  void settle(WeekId id, Money amount, PersonId by, Instant now) {
    int rows =
        jdbc.sql(
                """
                update billing.bill set settled = :amount, settled_by = :by, settled_at = :now
                where contract = :contract and week = :week and settled is null
                """)
            .param("amount", amount.minor())
            .param("by", by.value())
            .param("now", at(now))
            .param("contract", id.contract().value())
            .param("week", id.week())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("settled already: " + id);
    }
  }

  private static <T> UUID[] uuids(List<T> all, Function<T, @Nullable UUID> what) {
    return all.stream().map(what).toArray(UUID[]::new);
  }

  private static Long[] longs(List<Bill> bills, Function<Bill, Long> what) {
    return bills.stream().map(what).toArray(Long[]::new);
  }

  private static Bill bill(ResultSet r) throws SQLException {
    var dispute = idOrNull(r, "dispute");
    return new Bill(
        new WeekId(new ContractId(id(r, "contract")), date(r, "week")),
        integer(r, "minutes"),
        money(r, "rate", "currency"),
        money(r, "price", "currency"),
        money(r, "withheld", "currency"),
        label(r, "state", Bill.State.class),
        money(r, "paid", "currency"),
        dispute == null
            ? null
            : new Kept(dispute, money(r, "kept", "currency"), money(r, "kept_fee", "currency")),
        moneyOrNull(r, "settled", "currency"),
        integer(r, "steps"));
  }
}
