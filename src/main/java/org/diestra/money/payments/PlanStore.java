package org.diestra.money.payments;

import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.labelOrNull;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.hiring.fees.Rates;
import org.diestra.money.ledger.Book;
import org.diestra.money.taxes.Category;
import org.diestra.money.taxes.Reason;
import org.diestra.money.taxes.Treatment;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.Row;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.Priced;
import org.diestra.work.tasks.TaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PlanStore {
  /** How its invoices are taxed on a day, as it was known at an instant. */
  static final String TODAY =
      """
      left join lateral (
        select x.category, x.rate_bp, x.reason, x.withholding_bp, x.seller_version, x.buyer_version,
          x.client_fee_bp, x.assistant_fee_bp
        from payments.tax x where x.contract = p.contract and x.from_day <= :today
          and x.made_at <= :at
        order by x.from_day desc, x.n desc limit 1) x on true
      """;

  private final JdbcClient jdbc;

  PlanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param taxed whether both signed that taxes go with the price
   */
  void add(Plan plan, boolean taxed, Instant now) {
    jdbc.sql(
            """
            insert into payments.plan (contract, organisation, assistant, rail, currency, client_bp,
              assistant_bp, hold_days, taxed, made_at)
            values (:contract, :organisation, :assistant, :rail, :currency, :client, :from, :days,
              :taxed, :now)
            """)
        .param("contract", plan.contract().value())
        .param("organisation", plan.client().value())
        .param("assistant", plan.assistant().value())
        .param("rail", plan.rail())
        .param("currency", plan.currency().getCurrencyCode())
        .param("client", plan.rates().client())
        .param("from", plan.rates().assistant())
        .param("days", plan.holdDays())
        .param("taxed", taxed)
        .param("now", Row.at(now))
        .update();
  }

  /**
   * @param promised whether a promise is all that is wanted
   */
  record Missing(Money amount, boolean promised) {}

  /**
   * What of their prices is still to come in with its taxes, of those whose contract holds money
   * and for which no rail has any on its way.
   */
  Map<TaskId, Missing> missing(List<Priced> tasks, Instant at) {
    var found = new HashMap<TaskId, Missing>();
    jdbc.sql(
            """
            select p.*, x.*, n.task, n.price, coalesce(h.held, 0) as held,
              coalesce(h.released - h.owed, 0) as paid
            from unnest(:tasks, :contracts, :prices) as n(task, contract, price)
            join payments.plan p on p.contract = n.contract
            %s
            left join payments.holding h on h.task = n.task
            where not exists (select from payments.pay_in i
              where i.task = n.task and i.state = 'SENT')
            """
                .formatted(TODAY))
        .param("tasks", tasks.stream().map(t -> t.id().value()).toArray(UUID[]::new))
        .param("contracts", tasks.stream().map(t -> t.contract().value()).toArray(UUID[]::new))
        .param("prices", tasks.stream().map(t -> t.price().minor()).toArray(Long[]::new))
        .param("today", LocalDate.ofInstant(at, ZoneOffset.UTC))
        .param("at", Row.at(at))
        .query(r -> {
          var plan = plan(r);
          var paid = plan.money(bigint(r, "paid"));
          var rest = plan.money(bigint(r, "price")).minus(paid);
          var missing = plan.charges().gross(paid, rest).minus(plan.money(bigint(r, "held")));
          if (missing.isPositive()) {
            found.put(new TaskId(id(r, "task")), new Missing(missing, plan.promised()));
          }
        });
    return found;
  }

  /** Those whose contracts are paid in a book, the latest first. */
  List<OrganisationId> clients(Book book, int most) {
    return jdbc.sql(
            """
            select organisation from payments.plan where rail = :rail and currency = :currency
            group by organisation order by max(made_at) desc limit :most
            """)
        .param("rail", book.rail())
        .param("currency", book.currency().getCurrencyCode())
        .param("most", most)
        .query((r, n) -> new OrganisationId(id(r, "organisation")))
        .list();
  }

  Optional<Plan> of(ContractId contract, Instant at) {
    return Optional.ofNullable(of(List.of(contract), at).get(contract));
  }

  Map<ContractId, Plan> of(Collection<ContractId> contracts, Instant at) {
    var found = new HashMap<ContractId, Plan>();
    jdbc.sql("select p.*, x.* from payments.plan p " + TODAY + "where p.contract = any(:contracts)")
        .param("contracts", contracts.stream().map(ContractId::value).toArray(UUID[]::new))
        .param("today", LocalDate.ofInstant(at, ZoneOffset.UTC))
        .param("at", Row.at(at))
        .query(r -> {
          var plan = plan(r);
          found.put(plan.contract(), plan);
        });
    return found;
  }

  private static Plan plan(ResultSet r) throws SQLException {
    return new Plan(
        new ContractId(id(r, "contract")),
        new OrganisationId(id(r, "organisation")),
        new PersonId(id(r, "assistant")),
        text(r, "rail"),
        Currency.getInstance(text(r, "currency")),
        new Rates(integer(r, "client_bp"), integer(r, "assistant_bp")),
        tax(r),
        integer(r, "hold_days"));
  }

  static Tax tax(ResultSet r) throws SQLException {
    var category = labelOrNull(r, "category", Category.class);
    return category == null
        ? Tax.NONE
        : new Tax(
            new Treatment(
                category,
                integer(r, "rate_bp"),
                label(r, "reason", Reason.class),
                integer(r, "withholding_bp")),
            integer(r, "seller_version"),
            integer(r, "buyer_version"),
            integer(r, "client_fee_bp"),
            integer(r, "assistant_fee_bp"));
  }
}
