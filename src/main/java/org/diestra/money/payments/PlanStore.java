package org.diestra.money.payments;

import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.hiring.fees.Rates;
import org.diestra.money.ledger.Book;
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
  private final JdbcClient jdbc;

  PlanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Plan plan, Instant now) {
    jdbc.sql(
            """
            insert into payments.plan (contract, organisation, assistant, rail, currency, client_bp,
              assistant_bp, hold_days, made_at)
            values (:contract, :organisation, :assistant, :rail, :currency, :client, :from, :days, :now)
            """)
        .param("contract", plan.contract().value())
        .param("organisation", plan.client().value())
        .param("assistant", plan.assistant().value())
        .param("rail", plan.rail())
        .param("currency", plan.currency().getCurrencyCode())
        .param("client", plan.rates().client())
        .param("from", plan.rates().assistant())
        .param("days", plan.holdDays())
        .param("now", Row.at(now))
        .update();
  }

  /**
   * @param promised whether a promise is all that is wanted
   */
  record Missing(Money amount, boolean promised) {}

  /**
   * What of their prices is still to come in, of those whose contract holds money and for which no
   * rail has any on its way.
   */
  Map<TaskId, Missing> missing(List<Priced> tasks) {
    var found = new HashMap<TaskId, Missing>();
    jdbc.sql(
            """
            select n.task, p.currency, p.rail,
              n.price - coalesce(h.held + h.released - h.owed, 0) as missing
            from unnest(:tasks, :contracts, :prices) as n(task, contract, price)
            join payments.plan p on p.contract = n.contract
            left join payments.holding h on h.task = n.task
            where n.price > coalesce(h.held + h.released - h.owed, 0)
              and not exists (select from payments.pay_in i
                where i.task = n.task and i.state = 'SENT')
            """)
        .param("tasks", tasks.stream().map(t -> t.id().value()).toArray(UUID[]::new))
        .param("contracts", tasks.stream().map(t -> t.contract().value()).toArray(UUID[]::new))
        .param("prices", tasks.stream().map(t -> t.price().minor()).toArray(Long[]::new))
        .query(r -> {
          found.put(
              new TaskId(id(r, "task")),
              new Missing(money(r, "missing", "currency"), text(r, "rail").equals(Book.DIRECT)));
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

  Optional<Plan> of(ContractId contract) {
    return jdbc.sql("select * from payments.plan where contract = :contract")
        .param("contract", contract.value())
        .query((r, n) -> plan(r))
        .optional();
  }

  Map<ContractId, Plan> of(Collection<ContractId> contracts) {
    return jdbc
        .sql("select * from payments.plan where contract = any(:contracts)")
        .param("contracts", contracts.stream().map(ContractId::value).toArray(UUID[]::new))
        .query((r, n) -> plan(r))
        .list()
        .stream()
        .collect(Collectors.toMap(Plan::contract, p -> p));
  }

  private static Plan plan(ResultSet r) throws SQLException {
    return new Plan(
        new ContractId(id(r, "contract")),
        new OrganisationId(id(r, "organisation")),
        new PersonId(id(r, "assistant")),
        text(r, "rail"),
        Currency.getInstance(text(r, "currency")),
        new Rates(integer(r, "client_bp"), integer(r, "assistant_bp")),
        integer(r, "hold_days"));
  }
}
