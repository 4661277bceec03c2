package org.diestra.money.chargebacks;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.chargebacks.Chargeback.State;
import org.diestra.money.ledger.Book;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.base.Money;
import org.diestra.platform.page.OperatorEntry.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ChargebackStore {
  private static final String OPEN = "state in ('WAITING', 'TAKEN')";
  private final JdbcClient jdbc;

  ChargebackStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where its rail said so before. */
  boolean add(Chargeback fresh) {
    return jdbc.sql(
                """
                insert into chargebacks.chargeback (id, payment, organisation, rail, reference,
                  currency, amount, state, waiting, credit, escrow, held, owed, collected, steps,
                  made_at, since)
                values (:id, :payment, :client, :rail, :reference, :currency, :amount, 'WAITING',
                  :amount, 0, 0, 0, 0, 0, 0, :now, :now) on conflict (rail, reference) do nothing
                """)
            .param("id", fresh.id())
            .param("payment", fresh.payment())
            .param("client", fresh.client().value())
            .param("rail", fresh.rail())
            .param("reference", fresh.reference())
            .param("currency", fresh.amount().currency().getCurrencyCode())
            .param("amount", fresh.amount().minor())
            .param("now", at(fresh.since()))
            .update()
        == 1;
  }

  /**
   * @param words how it was paid outside of the house, or null
   * @throws IllegalStateException if it has moved since it was read
   */
  void move(Chargeback after, @Nullable String words) {
    int rows =
        jdbc.sql(
                """
                update chargebacks.chargeback set state = :state, waiting = :waiting,
                  credit = :credit, escrow = :escrow, held = :held, owed = :owed,
                  collected = :collected, steps = :steps, since = :since,
                  words = coalesce(:words, words)
                where id = :id and steps = :steps - 1
                """)
            .param("state", after.state().name())
            .param("waiting", after.waiting().minor())
            .param("credit", after.credit().minor())
            .param("escrow", after.escrow().minor())
            .param("held", after.held().minor())
            .param("owed", after.owed().minor())
            .param("collected", after.collected().minor())
            .param("steps", after.steps())
            .param("since", at(after.since()))
            .param("words", words)
            .param("id", after.id())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("has moved: " + after);
    }
  }

  Optional<Chargeback> find(UUID id) {
    return jdbc.sql("select * from chargebacks.chargeback where id = :id")
        .param("id", id)
        .query((r, n) -> chargeback(r))
        .optional();
  }

  /** Whoever asks has locked the money of its client. */
  Optional<Chargeback> locked(UUID id) {
    return jdbc.sql("select * from chargebacks.chargeback where id = :id for update")
        .param("id", id)
        .query((r, n) -> chargeback(r))
        .optional();
  }

  Optional<Chargeback> find(String rail, String reference) {
    return jdbc.sql(
            "select * from chargebacks.chargeback where rail = :rail and reference = :reference")
        .param("rail", rail)
        .param("reference", reference)
        .query((r, n) -> chargeback(r))
        .optional();
  }

  /** Those of a payment, the latest first. */
  List<Chargeback> of(UUID payment) {
    return jdbc.sql(
            "select * from chargebacks.chargeback where payment = :payment order by made_at desc")
        .param("payment", payment)
        .query((r, n) -> chargeback(r))
        .list();
  }

  /** Those of which somebody still owes something, the one that waits longest first. */
  List<Chargeback> open(int most) {
    return jdbc.sql(
            "select * from chargebacks.chargeback where " + OPEN + " order by since limit :most")
        .param("most", most)
        .query((r, n) -> chargeback(r))
        .list();
  }

  /** All, the latest first. */
  List<Chargeback> latest(int most) {
    return jdbc.sql("select * from chargebacks.chargeback order by made_at desc, id limit :most")
        .param("most", most)
        .query((r, n) -> chargeback(r))
        .list();
  }

  List<Money> due(UUID client) {
    return jdbc.sql(
            """
            select currency, sum(waiting + held + owed)::bigint as due from chargebacks.chargeback
            where organisation = :client and state in ('WAITING', 'TAKEN')
            group by currency order by currency
            """)
        .param("client", client)
        .query((r, n) -> money(r, "due", "currency"))
        .list();
  }

  boolean owes(OrganisationId client, Book book) {
    return jdbc.sql(
            """
            select exists (select from chargebacks.chargeback
              where organisation = :client and rail = :rail and currency = :currency
                and state in ('WAITING', 'TAKEN'))
            """)
        .param("client", client.value())
        .param("rail", book.rail())
        .param("currency", book.currency().getCurrencyCode())
        .query(Boolean.class)
        .single();
  }

  Waiting waiting() {
    return jdbc.sql(
            """
            select count(*) as count, min(made_at) as since from chargebacks.chargeback
            where state in ('WAITING', 'TAKEN')
            """)
        .query((r, n) -> new Waiting(bigint(r, "count"), instantOrNull(r, "since")))
        .single();
  }

  /** The assistant misses so much more of it. */
  void miss(UUID chargeback, Map<UUID, Money> held) {
    change(
        """
        insert into chargebacks.missing (chargeback, release, amount)
        select :chargeback, release, amount from unnest(:releases, :amounts) n(release, amount)
        on conflict (chargeback, release) do update set amount = missing.amount + excluded.amount
        """,
        chargeback,
        held);
  }

  /** The assistant has so much of it again. */
  void found(UUID chargeback, Map<UUID, Money> held) {
    change(
        """
        update chargebacks.missing m set amount = m.amount - n.amount
        from unnest(:releases, :amounts) n(release, amount)
        where m.chargeback = :chargeback and m.release = n.release
        """,
        chargeback,
        held);
  }

  private void change(String sql, UUID chargeback, Map<UUID, Money> held) {
    var parts = List.copyOf(held.entrySet());
    jdbc.sql(sql)
        .param("chargeback", chargeback)
        .param("releases", parts.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
        .param("amounts", parts.stream().map(p -> p.getValue().minor()).toArray(Long[]::new))
        .update();
  }

  /** What an assistant misses of it, in the order in which it is given back. */
  Map<UUID, Money> missing(Chargeback of) {
    var missing = new LinkedHashMap<UUID, Money>();
    jdbc.sql(
            """
            select release, amount from chargebacks.missing
            where chargeback = :chargeback and amount > 0 order by release
            """)
        .param("chargeback", of.id())
        .query(r -> {
          var amount = new Money(bigint(r, "amount"), of.amount().currency());
          missing.put(id(r, "release"), amount);
        });
    return missing;
  }

  private static Chargeback chargeback(ResultSet r) throws SQLException {
    return new Chargeback(
        id(r, "id"),
        id(r, "payment"),
        new OrganisationId(id(r, "organisation")),
        text(r, "rail"),
        text(r, "reference"),
        money(r, "amount", "currency"),
        label(r, "state", State.class),
        money(r, "waiting", "currency"),
        money(r, "credit", "currency"),
        money(r, "escrow", "currency"),
        money(r, "held", "currency"),
        money(r, "owed", "currency"),
        money(r, "collected", "currency"),
        integer(r, "steps"),
        instant(r, "since"));
  }
}
