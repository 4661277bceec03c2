package org.diestra.work.time;

import static org.diestra.platform.data.Row.dateOrNull;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.moneyOrNull;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.time.Bag.Allowance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is agreed about hours; row security shows it to both sides. */
@Repository
class PlanStore {
  private final JdbcClient jdbc;

  PlanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A contract that pays hours.
   *
   * @param allowance what a retainer buys each month, or null without one
   * @param bagsFrom before which no month begins, or null for with the work
   */
  record Plan(
      ContractId contract,
      PersonId assistant,
      String title,
      Tariff tariff,
      @Nullable Allowance allowance,
      @Nullable LocalDate bagsFrom) {}

  void add(Plan plan) {
    var rate = plan.tariff().rate();
    var allowance = plan.allowance();
    jdbc.sql(
            """
            insert into "time".plan (contract, assistant, title, rate_minor, currency, cap_minutes,
              retainer_minutes, rollover_minutes)
            values (:contract, :assistant, :title, cast(:rate as bigint), :currency,
              cast(:cap as int), cast(:retainer as int), cast(:rollover as int))
            """)
        .param("contract", plan.contract().value())
        .param("assistant", plan.assistant().value())
        .param("title", plan.title())
        .param("rate", rate == null ? null : rate.minor())
        .param("currency", plan.tariff().currency().getCurrencyCode())
        .param("cap", plan.tariff().cap())
        .param("retainer", allowance == null ? null : allowance.minutes())
        .param("rollover", allowance == null ? null : allowance.rollover())
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
    var retainer = integerOrNull(r, "retainer_minutes");
    return new Plan(
        new ContractId(id(r, "contract")),
        new PersonId(id(r, "assistant")),
        text(r, "title"),
        new Tariff(
            Currency.getInstance(text(r, "currency")),
            moneyOrNull(r, "rate_minor", "currency"),
            integerOrNull(r, "cap_minutes")),
        retainer == null ? null : new Allowance(retainer, integer(r, "rollover_minutes")),
        dateOrNull(r, "bags_from"));
  }
}
