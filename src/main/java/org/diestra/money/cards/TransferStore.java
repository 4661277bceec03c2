package org.diestra.money.cards;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.cards.CardTransfer.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TransferStore {
  private final JdbcClient jdbc;

  TransferStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Once for a payout: what is there stays. */
  void add(CardTransfer fresh, Instant now) {
    jdbc.sql(
            """
            insert into cards.transfer (payout, account, currency, amount, state, tries, made_at,
              since)
            values (:payout, :account, :currency, :amount, 'NEW', 0, :now, :now)
            on conflict (payout) do nothing
            """)
        .param("payout", fresh.payout())
        .param("account", fresh.account())
        .param("currency", fresh.amount().currency().getCurrencyCode())
        .param("amount", fresh.amount().minor())
        .param("now", at(now))
        .update();
  }

  void trying(UUID payout, Instant now) {
    jdbc.sql("update cards.transfer set tried_at = :now where payout = :id and tried_at is null")
        .param("id", payout)
        .param("now", at(now))
        .update();
  }

  void tried(UUID payout, int tries) {
    jdbc.sql("update cards.transfer set tries = tries + 1 where payout = :id and tries = :tries")
        .param("id", payout)
        .param("tries", tries)
        .update();
  }

  /** False where it has moved on from there. */
  boolean move(State from, CardTransfer after, Instant now) {
    return jdbc.sql(
                """
                update cards.transfer set state = :state, name = :name, why = :why, since = :now
                where payout = :id and state = :from
                """)
            .param("state", after.state().name())
            .param("name", after.name())
            .param("why", after.why())
            .param("now", at(now))
            .param("id", after.payout())
            .param("from", from.name())
            .update()
        == 1;
  }

  Optional<CardTransfer> of(UUID payout) {
    return jdbc.sql("select * from cards.transfer where payout = :id")
        .param("id", payout)
        .query((r, n) -> transfer(r))
        .optional();
  }

  Optional<CardTransfer> named(String name) {
    return jdbc.sql("select * from cards.transfer where name = :name")
        .param("name", name)
        .query((r, n) -> transfer(r))
        .optional();
  }

  private static CardTransfer transfer(ResultSet r) throws SQLException {
    return new CardTransfer(
        id(r, "payout"),
        text(r, "account"),
        money(r, "amount", "currency"),
        label(r, "state", State.class),
        textOrNull(r, "name"),
        textOrNull(r, "why"),
        integer(r, "tries"),
        instantOrNull(r, "tried_at"));
  }
}
