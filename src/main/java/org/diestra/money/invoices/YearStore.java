package org.diestra.money.invoices;

import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.money;

import java.util.List;
import java.util.UUID;
import org.diestra.platform.base.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class YearStore {
  private final JdbcClient jdbc;

  YearStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a seller was paid in a quarter; directive (EU) 2021/514, annex V, wants it so.
   *
   * @param quarter 1–4
   * @param fees that the house kept
   */
  record Quarter(
      UUID seller, int quarter, Money net, Money vat, Money withheld, Money fees, int count) {}

  List<Quarter> of(int year) {
    return jdbc.sql(
            """
            with work as (
              select seller, extract(quarter from issued_on)::int as quarter, currency,
                sum(net)::bigint as net, sum(vat)::bigint as vat, sum(withheld)::bigint as withheld,
                count(*) filter (where kind = 'WORK') as count
              from invoices.invoice
              where year = :year and seller <> '00000000-0000-0000-0000-000000000000'
              group by 1, 2, 3),
            kept as (
              select party, extract(quarter from on_day)::int as quarter, currency,
                sum(amount)::bigint as fees
              from invoices.fee where extract(year from on_day) = :year group by 1, 2, 3)
            select w.*, coalesce(k.fees, 0) as fees from work w
            left join kept k on k.party = w.seller and k.quarter = w.quarter
              and k.currency = w.currency
            order by w.seller, w.quarter, w.currency
            """)
        .param("year", year)
        .query((r, n) ->
            new Quarter(
                id(r, "seller"),
                integer(r, "quarter"),
                money(r, "net", "currency"),
                money(r, "vat", "currency"),
                money(r, "withheld", "currency"),
                money(r, "fees", "currency"),
                integer(r, "count")))
        .list();
  }
}
