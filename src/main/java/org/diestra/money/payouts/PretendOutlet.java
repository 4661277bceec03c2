package org.diestra.money.payouts;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.diestra.money.ledger.Book;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The demo's bank pays out slowly, and never calls back: it has to be asked. Amounts that end in 13
 * come back, so that this can be seen as well; those that end in 17 are answered only a day later.
 */
@Component
class PretendOutlet implements Outlet {
  static final Duration SLOW = Duration.ofSeconds(20);
  static final Duration SILENT = Duration.ofDays(1);
  private final JdbcClient jdbc;
  private final HouseRights house;
  private final Clock clock;

  PretendOutlet(JdbcClient jdbc, HouseRights house, Clock clock) {
    this.jdbc = jdbc;
    this.house = house;
    this.clock = clock;
  }

  @Override
  public boolean serves(Book book) {
    return book.rail().equals("pretend");
  }

  @Override
  @Transactional
  public void send(UUID payout, PersonId person, Money amount) {
    long tail = amount.minor() % 100;
    house.call(() ->
        jdbc.sql(
                """
                insert into payouts.pretence (payout, answers_at, pays) values (:id, :at, :pays)
                on conflict do nothing
                """)
            .param("id", payout)
            .param("at", at(clock.instant().plus(tail == 17 ? SILENT : SLOW)))
            .param("pays", tail != 13)
            .update());
  }

  @Override
  @Transactional(readOnly = true)
  public Standing standing(UUID payout) {
    return house
        .call(() ->
            jdbc.sql(
                    """
                    select pays from payouts.pretence where payout = :id and answers_at <= :now
                    """)
                .param("id", payout)
                .param("now", at(clock.instant()))
                .query((r, n) -> bool(r, "pays"))
                .optional())
        .<Standing>map(pays ->
            pays
                ? new Standing.Paid("pretend " + Ids.text(payout))
                : new Standing.Returned(ReturnReason.UNKNOWN.slug()))
        .orElse(new Standing.Unknown());
  }
}
