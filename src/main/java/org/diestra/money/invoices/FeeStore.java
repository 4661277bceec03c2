package org.diestra.money.invoices;

import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.moneyOrNull;
import static org.diestra.platform.data.Row.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FeeStore {
  private final JdbcClient jdbc;

  FeeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What one party owes an invoice of, for one month in one currency.
   *
   * @param sum without VAT
   * @param vat that was taken with it, or null where that was not known
   * @param rate of that VAT in basis points, or null as well
   */
  record Month(
      UUID party,
      LocalDate from,
      Money sum,
      @Nullable Money vat,
      @Nullable Integer rate,
      int pieces) {}

  /**
   * A fee that the house took.
   *
   * @param entry of the ledger that took it
   * @param amount above zero, without VAT
   * @param vat that was taken with it, or null where that was not known
   * @param rate of that VAT in basis points, or null as well
   */
  record Taken(
      UUID entry,
      UUID party,
      Money amount,
      @Nullable Money vat,
      @Nullable Integer rate,
      LocalDate day) {}

  /** Twice is as once. */
  void add(List<Taken> fees) {
    jdbc.sql(
            """
            insert into invoices.fee (entry, party, currency, amount, vat, vat_bp, on_day)
            select f.entry, f.party, f.currency, f.amount, f.vat, f.rate, f.day
            from unnest(:entries, :parties, :currencies, :amounts, cast(:vats as bigint[]),
              cast(:rates as int[]), cast(:days as date[]))
              as f(entry, party, currency, amount, vat, rate, day)
            on conflict do nothing
            """)
        .param("entries", fees.stream().map(Taken::entry).toArray(UUID[]::new))
        .param("parties", fees.stream().map(Taken::party).toArray(UUID[]::new))
        .param(
            "currencies",
            fees.stream().map(f -> f.amount().currency().getCurrencyCode()).toArray(String[]::new))
        .param("amounts", fees.stream().map(f -> f.amount().minor()).toArray(Long[]::new))
        .param("vats", column(fees, new Long[0], FeeStore::vat))
        .param("rates", column(fees, new Integer[0], Taken::rate))
        .param("days", fees.stream().map(f -> f.day().toString()).toArray(String[]::new))
        .update();
  }

  private static <T> @Nullable T[] column(
      List<Taken> fees, T[] empty, Function<Taken, @Nullable T> what) {
    var all = new ArrayList<@Nullable T>();
    fees.forEach(fee -> all.add(what.apply(fee)));
    return all.toArray(empty);
  }

  private static @Nullable Long vat(Taken fee) {
    var vat = fee.vat();
    return vat == null ? null : vat.minor();
  }

  /** Whole months before that day of parties after that one, in order of the parties. */
  List<Month> months(LocalDate before, UUID after, int most) {
    return jdbc.sql(
            """
            select party, currency, date_trunc('month', on_day)::date as month, sum(amount) as sum,
              sum(vat)::bigint as vat, vat_bp, count(*) as pieces
            from invoices.fee where invoice is null and on_day < :before and party > :after
            group by 1, 2, 3, vat_bp order by 1, 2, 3, vat_bp limit :most
            """)
        .param("before", before)
        .param("after", after)
        .param("most", most)
        .query((r, n) ->
            new Month(
                id(r, "party"),
                date(r, "month"),
                Money.of(bigint(r, "sum"), text(r, "currency")),
                moneyOrNull(r, "vat", "currency"),
                integerOrNull(r, "vat_bp"),
                integer(r, "pieces")))
        .list();
  }

  /** Gives how many they were: others may have been quicker. */
  int invoiced(Month month, UUID invoice) {
    return jdbc.sql(
            """
            update invoices.fee set invoice = :invoice
            where invoice is null and party = :party and currency = :currency
              and on_day >= :from and on_day < :to and vat_bp is not distinct from cast(:rate as int)
            """)
        .param("invoice", invoice)
        .param("party", month.party())
        .param("currency", month.sum().currency().getCurrencyCode())
        .param("from", month.from())
        .param("rate", month.rate())
        .param("to", month.from().plusMonths(1))
        .update();
  }
}
