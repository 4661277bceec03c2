package org.diestra.money.invoices;

import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.base.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FeeStore {
  private final JdbcClient jdbc;

  FeeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What one party owes an invoice of, for one month in one currency. */
  record Month(UUID party, LocalDate from, Money sum, int pieces) {}

  /**
   * A fee that the house took.
   *
   * @param entry of the ledger that took it
   * @param amount above zero
   */
  record Taken(UUID entry, UUID party, Money amount, LocalDate day) {}

  /** Twice is as once. */
  void add(List<Taken> fees) {
    jdbc.sql(
            """
            insert into invoices.fee (entry, party, currency, amount, on_day)
            select f.entry, f.party, f.currency, f.amount, f.day
            from unnest(:entries, :parties, :currencies, :amounts, cast(:days as date[]))
              as f(entry, party, currency, amount, day)
            on conflict do nothing
            """)
        .param("entries", fees.stream().map(Taken::entry).toArray(UUID[]::new))
        .param("parties", fees.stream().map(Taken::party).toArray(UUID[]::new))
        .param(
            "currencies",
            fees.stream().map(f -> f.amount().currency().getCurrencyCode()).toArray(String[]::new))
        .param("amounts", fees.stream().map(f -> f.amount().minor()).toArray(Long[]::new))
        .param("days", fees.stream().map(f -> f.day().toString()).toArray(String[]::new))
        .update();
  }

  /** Whole months before that day of parties after that one, in order of the parties. */
  List<Month> months(LocalDate before, UUID after, int most) {
    return jdbc.sql(
            """
            select party, currency, date_trunc('month', on_day)::date as month, sum(amount) as sum,
              count(*) as pieces
            from invoices.fee where invoice is null and on_day < :before and party > :after
            group by 1, 2, 3 order by 1, 2, 3 limit :most
            """)
        .param("before", before)
        .param("after", after)
        .param("most", most)
        .query((r, n) ->
            new Month(
                id(r, "party"),
                date(r, "month"),
                Money.of(bigint(r, "sum"), text(r, "currency")),
                integer(r, "pieces")))
        .list();
  }

  /** Gives how many they were: others may have been quicker. */
  int invoiced(Month month, UUID invoice) {
    return jdbc.sql(
            """
            update invoices.fee set invoice = :invoice
            where invoice is null and party = :party and currency = :currency
              and on_day >= :from and on_day < :to
            """)
        .param("invoice", invoice)
        .param("party", month.party())
        .param("currency", month.sum().currency().getCurrencyCode())
        .param("from", month.from())
        .param("to", month.from().plusMonths(1))
        .update();
  }
}
