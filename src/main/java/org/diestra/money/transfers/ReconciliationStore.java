package org.diestra.money.transfers;

import static org.diestra.platform.data.Row.dateOrNull;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.moneyOrNull;

import java.time.LocalDate;
import java.util.List;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the statements of a currency's accounts come to. */
@Repository
class ReconciliationStore {
  private final JdbcClient jdbc;

  ReconciliationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param closing what the banks say is there, or null where one account's says nothing
   * @param day of the latest such statement
   * @param opening what was there before the first line
   * @param came in, by lines
   * @param booked went out and is booked by its line
   * @param queued went out, and nobody has said for what
   * @param noted went out for something that stands elsewhere in the books
   * @param later came and went after the day of the closing balance
   */
  record Sums(
      @Nullable Money closing,
      @Nullable LocalDate day,
      Money opening,
      Money came,
      Money booked,
      Money queued,
      Money noted,
      Money later) {}

  List<Sums> all() {
    return jdbc.sql(
            """
            with closing as (
              select distinct on (account) account, closing, to_day from transfers.statement
              where closing is not null order by account, to_day desc nulls last, at desc
            ), opening as (
              select distinct on (account) account, opening, from_day from transfers.statement
              where opening is not null order by account, from_day nulls last, at
            )
            select a.currency,
              case when bool_and(c.closing is not null or l.n = 0) then sum(c.closing) end as closing,
              max(c.to_day) as day, coalesce(sum(o.opening - l.earlier), 0) as opening, sum(l.came) as came,
              sum(l.booked) as booked, sum(l.queued) as queued, sum(l.noted) as noted,
              sum(l.later) as later
            from transfers.account a
            left join closing c on c.account = a.id
            left join opening o on o.account = a.id
            cross join lateral (
              select count(*) as n,
                coalesce(sum(amount) filter (where amount > 0), 0) as came,
                coalesce(-sum(amount) filter (where amount < 0 and state = 'MATCHED'), 0) as booked,
                coalesce(-sum(amount) filter (where amount < 0 and state = 'QUEUED'), 0) as queued,
                coalesce(-sum(amount) filter (where amount < 0 and state = 'NOTED'), 0) as noted,
                coalesce(sum(amount) filter (where day < o.from_day), 0) as earlier,
                coalesce(sum(amount) filter (where day > c.to_day), 0) as later
              from transfers.line where account = a.id) l
            group by a.currency order by a.currency
            """)
        .query((r, n) ->
            new Sums(
                moneyOrNull(r, "closing", "currency"),
                dateOrNull(r, "day"),
                money(r, "opening", "currency"),
                money(r, "came", "currency"),
                money(r, "booked", "currency"),
                money(r, "queued", "currency"),
                money(r, "noted", "currency"),
                money(r, "later", "currency")))
        .list();
  }
}
