package org.diestra.money.payments;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.money;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.base.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What work came to, month by month. */
@Repository
class MonthStore {
  private final JdbcClient jdbc;

  MonthStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was released in one month and one currency; above zero. */
  record Month(YearMonth month, Money amount) {}

  /** What an assistant earned after fees, with VAT; the earliest month first. */
  List<Month> earned(UUID assistant, Instant since, ZoneId zone) {
    return months("r.net", "r.assistant = :owner", assistant, since, zone);
  }

  /** What a client paid for work, with its taxes and fee; the earliest month first. */
  List<Month> spent(UUID organisation, Instant since, ZoneId zone) {
    return months(
        "r.price + r.vat - r.withheld + r.client_fee",
        "p.organisation = :owner",
        organisation,
        since,
        zone);
  }

  private List<Month> months(String sum, String whose, UUID owner, Instant since, ZoneId zone) {
    return jdbc.sql(
            """
            select p.currency, date_trunc('month', r.made_at at time zone :zone)::date as month,
              sum(%s)::bigint as amount
            from payments.release r join payments.plan p on p.contract = r.contract
            where %s and r.made_at >= :since
            group by 1, 2 having sum(%s) > 0 order by 1, 2
            """
                .formatted(sum, whose, sum))
        .param("owner", owner)
        .param("since", at(since))
        .param("zone", zone.getId())
        .query(
            (r, n) -> new Month(YearMonth.from(date(r, "month")), money(r, "amount", "currency")))
        .list();
  }
}
