package org.diestra.money.cards;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diestra.money.cards.OwnLine.Kind;
import org.diestra.platform.base.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OwnLineStore {
  private final JdbcClient jdbc;

  OwnLineStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Until when all is read; before anything is, a day before the first payment or call. Empty where
   * there has been none.
   */
  Optional<Instant> readUntil() {
    return jdbc.sql(
            """
            select coalesce((select max(until_at) from cards.reading),
              least((select min(made_at) from cards.checkout),
                (select min(received_at) from cards.event)) - interval '1 day') as at
            """)
        .query((r, n) -> Optional.ofNullable(instantOrNull(r, "at")))
        .single();
  }

  void read(Instant until) {
    jdbc.sql(
            """
            insert into cards.reading (id, until_at) values (1, :until)
            on conflict (id) do update set until_at = greatest(reading.until_at, :until)
            """)
        .param("until", at(until))
        .update();
  }

  /** Each once. */
  void add(List<OwnLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into cards.own_line (id, kind, currency, amount, type, at)
            select * from unnest(:ids, :kinds, :currencies, :amounts, :types,
              cast(:ats as timestamptz[]))
            on conflict (id) do nothing
            """)
        .param("ids", lines.stream().map(OwnLine::id).toArray(String[]::new))
        .param("kinds", lines.stream().map(l -> l.kind().name()).toArray(String[]::new))
        .param(
            "currencies",
            lines.stream().map(l -> l.amount().currency().getCurrencyCode()).toArray(String[]::new))
        .param("amounts", lines.stream().map(l -> l.amount().minor()).toArray(Long[]::new))
        .param("types", lines.stream().map(OwnLine::type).toArray(String[]::new))
        .param("ats", lines.stream().map(l -> l.at().toString()).toArray(String[]::new))
        .update();
  }

  /** What is there and not booked: what came first, and then the oldest first. */
  List<OwnLine> waiting(Instant now, int most) {
    return jdbc.sql(
            """
            select * from cards.own_line where posted_at is null and at <= :now
            order by amount < 0, at, id limit :most for update
            """)
        .param("now", at(now))
        .param("most", most)
        .query((r, n) ->
            new OwnLine(
                text(r, "id"),
                label(r, "kind", Kind.class),
                money(r, "amount", "currency"),
                text(r, "type"),
                instant(r, "at")))
        .list();
  }

  void posted(List<OwnLine> lines, Instant now) {
    jdbc.sql("update cards.own_line set posted_at = :now where id = any(:ids)")
        .param("now", at(now))
        .param("ids", lines.stream().map(OwnLine::id).toArray(String[]::new))
        .update();
  }

  /**
   * What the house still owes its own books in a currency.
   *
   * @param amount below zero; what has to be put in before it can be booked
   * @param withdrawn what of it was sent to the house's bank
   */
  record Owed(Money amount, Money withdrawn, long lines, Instant since) {}

  /** One line a currency in which something waits. */
  List<Owed> owed() {
    return jdbc.sql(
            """
            select currency, sum(amount) as amount, count(*) as lines, min(at) as since,
              coalesce(sum(amount) filter (where kind = 'WITHDRAWAL'), 0) as withdrawn
            from cards.own_line where posted_at is null group by currency order by currency
            """)
        .query((r, n) ->
            new Owed(
                money(r, "amount", "currency"),
                money(r, "withdrawn", "currency"),
                r.getLong("lines"),
                instant(r, "since")))
        .list();
  }
}
