package org.diestra.money.ledger;

import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads entries as they were posted. */
@Repository
class EntryStore {
  private static final int FETCHED = 1_000;
  private static final String LINES =
      """
      select e.*, a.kind, a.code, a.owner, p.amount
      from ledger.entry e
      join ledger.posting p on p.entry = e.id
      join ledger.account a on a.id = p.account
      """;
  private final JdbcClient jdbc;

  EntryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Written> find(UUID entry) {
    var found = new ArrayList<Written>();
    var rows = new Rows(found::add);
    jdbc.sql(LINES + "where e.id = :id order by p.line").param("id", entry).query(rows::take);
    rows.end();
    return found.stream().findFirst();
  }

  /** All of them by the instant at which they happened, in bounded memory. */
  void each(Consumer<Written> reader) {
    var rows = new Rows(reader);
    jdbc.sql(LINES + "order by e.at, e.id, p.line").withFetchSize(FETCHED).query(rows::take);
    rows.end();
  }

  /** Those of a book in the order of its chain, in bounded memory. */
  void eachLinked(Book book, Consumer<Linked> reader) {
    var links = new ArrayDeque<Link>(2);
    var rows = new Rows(written -> reader.accept(new Linked(links.remove(), written)));
    jdbc.sql(
            """
            select e.*, a.kind, a.code, a.owner, p.amount, l.number, l.hash
            from ledger.link l
            join ledger.entry e on e.id = l.entry
            join ledger.posting p on p.entry = e.id
            join ledger.account a on a.id = p.account
            where l.book = :book order by l.number, p.line
            """)
        .withFetchSize(FETCHED)
        .param("book", book.toString())
        .query(r -> {
          if (rows.isNew(r)) {
            links.add(new Link(bigint(r, "number"), text(r, "hash"), text(r, "body")));
          }
          rows.take(r);
        });
    rows.end();
  }

  /**
   * What is kept of an entry beside its lines.
   *
   * @param body the hash of what it said when it was posted
   */
  record Link(long number, String hash, String body) {}

  record Linked(Link link, Written written) {}

  List<StatementLine> statement(UUID owner, @Nullable Long before, int most) {
    return jdbc.sql(
            """
            select e.book, e.event, e.about, e.evidence, a.kind, a.code,
              p.place, p.at, p.entry, p.amount, p.after
            from ledger.posting p
            join ledger.entry e on e.id = p.entry
            join ledger.account a on a.id = p.account
            where p.owner = :owner and p.place < :before
            order by p.place desc limit :most
            """)
        .param("owner", owner)
        .param("before", before == null ? Long.MAX_VALUE : before)
        .param("most", most)
        .query((r, n) -> line(r))
        .list();
  }

  /** Those of one entry on the accounts of these owners, in its order. */
  List<StatementLine> lines(UUID entry, Collection<UUID> owners) {
    return jdbc.sql(
            """
            select e.book, e.event, e.about, e.evidence, a.kind, a.code,
              p.place, p.at, p.entry, p.amount, p.after
            from ledger.posting p
            join ledger.entry e on e.id = p.entry
            join ledger.account a on a.id = p.account
            where p.entry = :entry and p.owner = any(:owners)
            order by p.line
            """)
        .param("entry", entry)
        .param("owners", owners.toArray(UUID[]::new))
        .query((r, n) -> line(r))
        .list();
  }

  /** Where an entry stands in the chain of its book; empty in the seconds before it does. */
  Optional<Chained> chained(UUID entry) {
    return jdbc.sql("select number, hash from ledger.link where entry = :entry")
        .param("entry", entry)
        .query((r, n) -> new Chained(bigint(r, "number"), text(r, "hash")))
        .optional();
  }

  private static StatementLine line(ResultSet r) throws SQLException {
    var kind = label(r, "kind", Kind.class);
    var book = Book.read(text(r, "book"));
    var currency = book.currency();
    return new StatementLine(
        bigint(r, "place"),
        book,
        instant(r, "at"),
        id(r, "entry"),
        label(r, "event", Event.class),
        kind,
        text(r, "code"),
        new Money(kind.sign() * bigint(r, "amount"), currency),
        new Money(kind.sign() * bigint(r, "after"), currency),
        textOrNull(r, "about"),
        textOrNull(r, "evidence"));
  }

  /** Puts the lines of one entry after the other together. */
  private static final class Rows {
    private final Consumer<Written> reader;
    private @Nullable Written current;

    Rows(Consumer<Written> reader) {
      this.reader = reader;
    }

    boolean isNew(ResultSet r) throws SQLException {
      return current == null || !current.id().equals(id(r, "id"));
    }

    void take(ResultSet r) throws SQLException {
      var id = id(r, "id");
      var open = current;
      if (open == null || !open.id().equals(id)) {
        end();
        open = new Written(id, entry(r));
      }
      var account = account(r);
      var amount = new Money(bigint(r, "amount"), open.entry().book().currency());
      current = new Written(id, open.entry().debit(account, amount));
    }

    void end() {
      var whole = current;
      current = null;
      if (whole != null) {
        reader.accept(whole);
      }
    }

    private static Entry entry(ResultSet r) throws SQLException {
      return new Entry(
          Book.read(text(r, "book")),
          label(r, "event", Event.class),
          text(r, "key"),
          instant(r, "at"),
          List.of(),
          textOrNull(r, "about"),
          textOrNull(r, "evidence"),
          idOrNull(r, "reverses"));
    }

    private static Account account(ResultSet r) throws SQLException {
      return Account.read(label(r, "kind", Kind.class), text(r, "code"), idOrNull(r, "owner"));
    }
  }
}
