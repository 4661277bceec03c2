package org.diestra.money.payments;

import static org.diestra.platform.data.Row.id;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.diestra.money.taxes.Treatment;
import org.diestra.platform.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TreatmentStore {
  /** Before any other id. */
  static final UUID FIRST = new UUID(0, 0);

  private final JdbcClient jdbc;

  TreatmentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A contract whose taxes are asked for, and what is kept of them for a day. */
  record Kept(UUID contract, UUID client, UUID assistant, Tax tax) {
    Kept with(Tax other) {
      return new Kept(contract, client, assistant, other);
    }
  }

  /**
   * A set of them in order.
   *
   * @param contract the only one, or null
   * @param owner of either side, or null for all
   * @param after the last one of the set before
   */
  List<Kept> of(
      @Nullable UUID contract,
      @Nullable UUID owner,
      LocalDate day,
      Instant now,
      UUID after,
      int most) {
    return jdbc.sql(
            """
            select p.contract as id, p.organisation, p.assistant, x.* from payments.plan p
            %s
            where p.taxed and p.contract > :after
              and (cast(:contract as uuid) is null or p.contract = :contract)
              and (cast(:owner as uuid) is null or p.organisation = :owner or p.assistant = :owner)
            order by p.contract limit :most
            """
                .formatted(PlanStore.TODAY))
        .param("today", day)
        .param("at", Row.at(now))
        .param("contract", contract)
        .param("owner", owner)
        .param("after", after)
        .param("most", most)
        .query((r, n) ->
            new Kept(id(r, "id"), id(r, "organisation"), id(r, "assistant"), PlanStore.tax(r)))
        .list();
  }

  /** All of them known, from that day on. */
  void add(List<Kept> all, LocalDate from, Instant now) {
    jdbc.sql(
            """
            insert into payments.tax (contract, from_day, category, rate_bp, reason, withholding_bp,
              seller_version, buyer_version, client_fee_bp, assistant_fee_bp, made_at)
            select contract, :from, category, rate, reason, withholding, seller, buyer, client,
              assistant, :now
            from unnest(:contracts, :categories, :rates, :reasons, :withholdings, :sellers, :buyers,
              :clients, :assistants) as t(contract, category, rate, reason, withholding, seller,
              buyer, client, assistant)
            """)
        .param("from", from)
        .param("now", Row.at(now))
        .param("contracts", all.stream().map(Kept::contract).toArray(UUID[]::new))
        .param("categories", texts(all, t -> t.category().name()))
        .param("rates", numbers(all, Tax::vat))
        .param("reasons", texts(all, t -> t.reason().name()))
        .param("withholdings", numbers(all, Tax::withholding))
        .param("sellers", numbers(all, Tax::seller))
        .param("buyers", numbers(all, Tax::buyer))
        .param("clients", numbers(all, Tax::clientFee))
        .param("assistants", numbers(all, Tax::assistantFee))
        .update();
  }

  private static String[] texts(List<Kept> all, Function<Treatment, String> what) {
    return all.stream()
        .map(k -> what.apply(Objects.requireNonNull(k.tax().work())))
        .toArray(String[]::new);
  }

  private static Integer[] numbers(List<Kept> all, ToIntFunction<Tax> what) {
    return all.stream().map(k -> what.applyAsInt(k.tax())).toArray(Integer[]::new);
  }
}
