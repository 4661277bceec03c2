package org.diestra.work.time;

import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.moneyOrNull;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.diestra.work.contracts.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is agreed about hours; row security shows it to both sides. */
@Repository
class PlanStore {
  private final JdbcClient jdbc;

  PlanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A contract that pays hours. */
  record Plan(ContractId contract, PersonId assistant, String title, Tariff tariff) {}

  void add(Plan plan) {
    var rate = plan.tariff().rate();
    jdbc.sql(
            """
            insert into "time".plan (contract, assistant, title, rate_minor, currency, cap_minutes)
            values (:contract, :assistant, :title, cast(:rate as bigint), :currency,
              cast(:cap as int))
            """)
        .param("contract", plan.contract().value())
        .param("assistant", plan.assistant().value())
        .param("title", plan.title())
        .param("rate", rate == null ? null : rate.minor())
        .param("currency", plan.tariff().currency().getCurrencyCode())
        .param("cap", plan.tariff().cap())
        .update();
  }

  Optional<Plan> find(ContractId contract) {
    return jdbc.sql("select * from \"time\".plan where contract = :contract")
        .param("contract", contract.value())
        .query((r, n) -> plan(r))
        .optional();
  }

  /** An assistant's, by title. */
  List<Plan> of(PersonId assistant) {
    return jdbc.sql(
            "select * from \"time\".plan where assistant = :assistant order by title, contract")
        .param("assistant", assistant.value())
        .query((r, n) -> plan(r))
        .list();
  }

  private static Plan plan(ResultSet r) throws SQLException {
    return new Plan(
        new ContractId(id(r, "contract")),
        new PersonId(id(r, "assistant")),
        text(r, "title"),
        new Tariff(
            Currency.getInstance(text(r, "currency")),
            moneyOrNull(r, "rate_minor", "currency"),
            integerOrNull(r, "cap_minutes")));
  }
}
