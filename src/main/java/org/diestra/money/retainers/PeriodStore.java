package org.diestra.money.retainers;

import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.moneyOrNull;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.ledger.Book;
import org.diestra.money.retainers.Period.State;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.work.contracts.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PeriodStore {
  private static final String ALL =
      "select m.*, p.currency from retainers.period m join payments.plan p on p.contract = m.contract ";
  private static final int SWEPT = 500;

  private final JdbcClient jdbc;

  PeriodStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Twice is as once. */
  void add(Period period) {
    jdbc.sql(
            """
            insert into retainers.period (id, contract, number, begins, ends, minutes, price, state,
              held, fee_held, given_back, paid, steps)
            values (:id, :contract, :number, :begins, :ends, :minutes, :price, 'PLANNED', 0, 0, 0,
              0, 0)
            on conflict do nothing
            """)
        .param("id", period.id())
        .param("contract", period.contract().value())
        .param("number", period.number())
        .param("begins", period.begins())
        .param("ends", period.ends())
        .param("minutes", period.minutes())
        .param("price", period.price().minor())
        .update();
  }

  /**
   * Whoever writes has locked the money of its client.
   *
   * @throws IllegalStateException if it has moved since it was read
   */
  void write(Period before, Period after) {
    var due = after.due();
    int rows =
        jdbc.sql(
                """
                update retainers.period set begins = :begins, ends = :ends, state = :state,
                  held = :held, fee_held = :fee, given_back = :back, due = cast(:due as bigint),
                  paid = :paid, steps = :steps
                where id = :id and steps = :before
                """)
            .param("begins", after.begins())
            .param("ends", after.ends())
            .param("state", after.state().name())
            .param("held", after.held().minor())
            .param("fee", after.feeHeld().minor())
            .param("back", after.givenBack().minor())
            .param("due", due == null ? null : due.minor())
            .param("paid", after.paid().minor())
            .param("steps", after.steps())
            .param("id", after.id())
            .param("before", before.steps())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("has moved: " + before);
    }
  }

  Optional<Period> find(UUID id) {
    return jdbc.sql(ALL + "where m.id = :id").param("id", id).query((r, n) -> period(r)).optional();
  }

  /** Those of a contract, in order. */
  List<Period> of(ContractId contract) {
    return jdbc.sql(ALL + "where m.contract = :contract order by m.number")
        .param("contract", contract.value())
        .query((r, n) -> period(r))
        .list();
  }

  /** Those that are not over, and those of which something is owed, in order. */
  List<Period> open(ContractId contract) {
    return jdbc.sql(
            ALL
                + """
                where m.contract = :contract and (m.state <> 'OVER' or m.paid < m.due)
                order by m.number
                """)
        .param("contract", contract.value())
        .query((r, n) -> period(r))
        .list();
  }

  /**
   * A page of the others, the latest first.
   *
   * @param before the number of the last one of the page before, or null for the first
   */
  List<Period> page(ContractId contract, @Nullable Integer before, int most) {
    return jdbc.sql(
            ALL
                + """
                where m.contract = :contract and m.state = 'OVER' and m.paid >= m.due
                  and (cast(:before as int) is null or m.number < cast(:before as int))
                order by m.number desc limit :most
                """)
        .param("contract", contract.value())
        .param("before", before)
        .param("most", most)
        .query((r, n) -> period(r))
        .list();
  }

  /**
   * A month for which money may be wanted.
   *
   * @param title what its contract is called
   * @param promised whether the client pays directly
   */
  record Wanting(Period period, String title, boolean promised) {}

  /** Those of these clients, the soonest first. */
  List<Wanting> wanting(Collection<OrganisationId> clients, int most) {
    return jdbc.sql(
            """
            select m.*, p.currency, p.rail, e.title from retainers.period m
            join payments.plan p on p.contract = m.contract
            join engagements.engagement e on e.contract = m.contract
            where p.organisation = any(:clients)
              and (m.state <> 'OVER' and m.given_back < m.price and e.stage <> 'PAUSED'
                or m.state = 'OVER' and m.paid < m.due)
            order by m.begins, m.id limit :most
            """)
        .param("clients", clients.stream().map(OrganisationId::value).toArray(UUID[]::new))
        .param("most", most)
        .query(
            (r, n) -> new Wanting(period(r), text(r, "title"), text(r, "rail").equals(Book.DIRECT)))
        .list();
  }

  /**
   * Contracts with a month that should be over by now, and those that wait for their first to be
   * asked for: what a timer has lost, or what was signed before there were months.
   */
  List<ContractId> behind(LocalDate since) {
    return jdbc.sql(
            """
            select contract from retainers.period where state <> 'OVER' and ends < :since
            union
            select p.contract from "time".plan t
            join payments.plan p on p.contract = t.contract
            join engagements.engagement e on e.contract = t.contract
            where t.retainer_minutes is not null and e.stage = 'AWAITING_FUNDS'
              and not exists (select from retainers.period m where m.contract = t.contract)
            limit :most
            """)
        .param("since", since)
        .param("most", SWEPT)
        .query((r, n) -> new ContractId(id(r, "contract")))
        .list();
  }

  private static Period period(ResultSet r) throws SQLException {
    return new Period(
        id(r, "id"),
        new ContractId(id(r, "contract")),
        integer(r, "number"),
        date(r, "begins"),
        date(r, "ends"),
        integer(r, "minutes"),
        money(r, "price", "currency"),
        label(r, "state", State.class),
        money(r, "held", "currency"),
        money(r, "fee_held", "currency"),
        money(r, "given_back", "currency"),
        moneyOrNull(r, "due", "currency"),
        money(r, "paid", "currency"),
        integer(r, "steps"));
  }
}
