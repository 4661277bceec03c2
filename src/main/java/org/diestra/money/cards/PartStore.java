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
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.cards.Part.State;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.base.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PartStore {
  private final JdbcClient jdbc;

  PartStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A refund as it was ordered.
   *
   * @param amount all of it
   */
  record Order(UUID refund, OrganisationId client, Money amount) {}

  /** False where it is there already. */
  boolean order(Order order, Instant now) {
    return jdbc.sql(
                """
                insert into cards.send_back (refund, organisation, currency, amount, made_at)
                values (:refund, :client, :currency, :amount, :now) on conflict do nothing
                """)
            .param("refund", order.refund())
            .param("client", order.client().value())
            .param("currency", order.amount().currency().getCurrencyCode())
            .param("amount", order.amount().minor())
            .param("now", at(now))
            .update()
        == 1;
  }

  Optional<Order> ordered(UUID refund) {
    return jdbc.sql("select * from cards.send_back where refund = :refund")
        .param("refund", refund)
        .query((r, n) ->
            new Order(
                id(r, "refund"),
                new OrganisationId(id(r, "organisation")),
                money(r, "amount", "currency")))
        .optional();
  }

  /** What can still go back from one payment. */
  record Room(UUID payment, String intent, Money amount) {}

  /** From where a client's money can go back, the latest payment first. */
  List<Room> rooms(OrganisationId client, Currency currency) {
    return jdbc
        .sql(
            """
            select c.payment, c.intent, c.currency, c.paid
                - coalesce((select sum(p.amount) from cards.part p
                    where p.payment = c.payment and p.state in ('NEW', 'SENT', 'PAID')), 0)
                - coalesce((select sum(d.amount) from cards.dispute d
                    where d.payment = c.payment and d.taken and not d.returned), 0) as room
            from cards.checkout c
            where c.organisation = :client and c.currency = :currency
              and c.state in ('PAID', 'TAKEN') and not c.drained
            order by c.since desc, c.payment desc
            """)
        .param("client", client.value())
        .param("currency", currency.getCurrencyCode())
        .query(
            (r, n) -> new Room(id(r, "payment"), text(r, "intent"), money(r, "room", "currency")))
        .list()
        .stream()
        .filter(room -> room.amount().isPositive())
        .toList();
  }

  void add(List<Part> fresh, Instant now) {
    jdbc.sql(
            """
            insert into cards.part (id, refund, payment, currency, amount, state, tries, made_at,
              since)
            select n.id, n.refund, n.payment, :currency, n.amount, 'NEW', 0, :now, :now
            from unnest(:ids, :refunds, :payments, :amounts) as n(id, refund, payment, amount)
            """)
        .param("ids", fresh.stream().map(Part::id).toArray(UUID[]::new))
        .param("refunds", fresh.stream().map(Part::refund).toArray(UUID[]::new))
        .param("payments", fresh.stream().map(Part::payment).toArray(UUID[]::new))
        .param("amounts", fresh.stream().map(p -> p.amount().minor()).toArray(Long[]::new))
        .param("currency", fresh.getFirst().amount().currency().getCurrencyCode())
        .param("now", at(now))
        .update();
  }

  /** Stripe is about to be asked for it. */
  void trying(UUID part, Instant now) {
    jdbc.sql("update cards.part set tried_at = :now where id = :id and tried_at is null")
        .param("id", part)
        .param("now", at(now))
        .update();
  }

  void tried(UUID part) {
    jdbc.sql("update cards.part set tries = tries + 1 where id = :id").param("id", part).update();
  }

  /** False where it has moved on from there. */
  boolean move(State from, Part after, Instant now) {
    return jdbc.sql(
                """
                update cards.part set state = :state, name = :name, why = :why, since = :now
                where id = :id and state = :from
                """)
            .param("state", after.state().name())
            .param("name", after.name())
            .param("why", after.why())
            .param("now", at(now))
            .param("id", after.id())
            .param("from", from.name())
            .update()
        == 1;
  }

  /** Stripe gives nothing more back of that payment. */
  void drain(UUID payment) {
    jdbc.sql("update cards.checkout set drained = true where payment = :payment")
        .param("payment", payment)
        .update();
  }

  List<Part> of(UUID refund) {
    return jdbc.sql(SELECT + " where p.refund = :refund order by p.made_at, p.id")
        .param("refund", refund)
        .query((r, n) -> part(r))
        .list();
  }

  Optional<Part> named(String name) {
    return jdbc.sql(SELECT + " where p.name = :name")
        .param("name", name)
        .query((r, n) -> part(r))
        .optional();
  }

  private static final String SELECT =
      "select p.*, c.intent from cards.part p join cards.checkout c on c.payment = p.payment";

  private static Part part(ResultSet r) throws SQLException {
    return new Part(
        id(r, "id"),
        id(r, "refund"),
        id(r, "payment"),
        text(r, "intent"),
        money(r, "amount", "currency"),
        label(r, "state", State.class),
        textOrNull(r, "name"),
        textOrNull(r, "why"),
        integer(r, "tries"),
        instantOrNull(r, "tried_at"));
  }
}
