package org.diestra.money.cards;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.moneyOrNull;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.cards.Checkout.State;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.page.OperatorEntry.Waiting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CheckoutStore {
  private final JdbcClient jdbc;

  CheckoutStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Once for a payment: what is there stays. */
  void add(Checkout fresh) {
    jdbc.sql(
            """
            insert into cards.checkout (payment, organisation, currency, amount, state, tries,
              expires_at, made_at, since)
            values (:payment, :client, :currency, :amount, 'NEW', 0, :expires, :since, :since)
            on conflict (payment) do nothing
            """)
        .param("payment", fresh.payment())
        .param("client", fresh.client().value())
        .param("currency", fresh.amount().currency().getCurrencyCode())
        .param("amount", fresh.amount().minor())
        .param("expires", at(fresh.expiresAt()))
        .param("since", at(fresh.since()))
        .update();
  }

  /** False where it has moved on from there: whoever was first has said what it is. */
  boolean move(State from, Checkout after) {
    var paid = after.paid();
    return jdbc.sql(
                """
                update cards.checkout set state = :state, session = :session, intent = :intent,
                  paid = :paid, said = :said, why = :why, since = :since
                where payment = :payment and state = :from
                """)
            .param("state", after.state().name())
            .param("session", after.session())
            .param("intent", after.intent())
            .param("paid", paid == null ? null : paid.minor())
            .param("said", after.said())
            .param("why", after.why())
            .param("since", at(after.since()))
            .param("payment", after.payment())
            .param("from", from.name())
            .update()
        == 1;
  }

  /** Stripe keeps an answer that failed under its key: the next has another. */
  void tried(UUID payment, int tries) {
    jdbc.sql(
            """
            update cards.checkout set tries = tries + 1 where payment = :payment and tries = :tries
            """)
        .param("payment", payment)
        .param("tries", tries)
        .update();
  }

  Optional<Checkout> find(UUID payment) {
    return jdbc.sql("select * from cards.checkout where payment = :payment")
        .param("payment", payment)
        .query((r, n) -> checkout(r))
        .optional();
  }

  Optional<Checkout> locked(UUID payment) {
    return jdbc.sql("select * from cards.checkout where payment = :payment for update")
        .param("payment", payment)
        .query((r, n) -> checkout(r))
        .optional();
  }

  Optional<Checkout> ofSession(String session) {
    return jdbc.sql("select * from cards.checkout where session = :session")
        .param("session", session)
        .query((r, n) -> checkout(r))
        .optional();
  }

  Optional<Checkout> ofIntent(String intent) {
    return jdbc.sql("select * from cards.checkout where intent = :intent")
        .param("intent", intent)
        .query((r, n) -> checkout(r))
        .optional();
  }

  /** What somebody has to look at, the oldest first. */
  List<Checkout> held(int most) {
    return jdbc.sql("select * from cards.checkout where state = 'HELD' order by since limit :most")
        .param("most", most)
        .query((r, n) -> checkout(r))
        .list();
  }

  Waiting waiting() {
    return jdbc.sql(
            "select count(*) as n, min(since) as since from cards.checkout where state = 'HELD'")
        .query((r, n) -> new Waiting(r.getLong("n"), instantOrNull(r, "since")))
        .single();
  }

  private static Checkout checkout(ResultSet r) throws SQLException {
    return new Checkout(
        id(r, "payment"),
        new OrganisationId(id(r, "organisation")),
        money(r, "amount", "currency"),
        label(r, "state", State.class),
        textOrNull(r, "session"),
        textOrNull(r, "intent"),
        moneyOrNull(r, "paid", "currency"),
        textOrNull(r, "said"),
        textOrNull(r, "why"),
        integer(r, "tries"),
        instant(r, "expires_at"),
        instant(r, "since"));
  }
}
