package org.diestra.money.ledger;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diestra.money.ledger.Ledger.Age;
import org.diestra.money.ledger.Ledger.Holding;
import org.diestra.money.ledger.Ledger.Total;
import org.diestra.platform.base.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BalanceStore {
  private final JdbcClient jdbc;

  BalanceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<Account, Money> of(Book book, List<Account> accounts) {
    var found = new HashMap<String, Long>();
    jdbc.sql(
            """
            select a.code, sum(b.amount)::bigint as amount
            from ledger.account a join ledger.balance b on b.account = a.id
            where a.book = :book and a.code = any(:codes)
            group by a.id, a.code
            """)
        .param("book", book.toString())
        .param("codes", accounts.stream().map(Account::code).toArray(String[]::new))
        .query(r -> {
          found.put(text(r, "code"), bigint(r, "amount"));
        });
    var all = new HashMap<Account, Money>();
    accounts.forEach(account -> all.put(account, shown(book, account.kind(), found, account)));
    return all;
  }

  private static Money shown(Book book, Kind kind, Map<String, Long> found, Account account) {
    return new Money(kind.sign() * found.getOrDefault(account.code(), 0L), book.currency());
  }

  /** Above zero where the house has something. */
  Money own(Book book) {
    long minor =
        jdbc.sql(
                """
                select coalesce(-sum(b.amount), 0)::bigint
                from ledger.balance b join ledger.account a on a.id = b.account
                join ledger.kind k on k.id = a.kind
                where a.book = :book and k.standing = 'HOUSE'
                """)
            .param("book", book.toString())
            .query(Long.class)
            .single();
    return new Money(minor, book.currency());
  }

  List<Holding> ofOwner(UUID owner) {
    return jdbc.sql(
            """
            select a.book, a.kind, a.code, sum(b.amount)::bigint as amount
            from ledger.account a join ledger.balance b on b.account = a.id
            where a.owner = :owner
            group by a.id, a.book, a.kind, a.code having sum(b.amount) <> 0
            order by a.book, a.code
            """)
        .param("owner", owner)
        .query((r, n) ->
            new Holding(book(r), label(r, "kind", Kind.class), text(r, "code"), amount(r)))
        .list();
  }

  List<Total> totals() {
    return jdbc.sql(
            """
            select a.book, a.kind, count(distinct a.id) as accounts, sum(b.amount)::bigint as amount
            from ledger.account a join ledger.balance b on b.account = a.id
            where b.amount <> 0
            group by a.book, a.kind order by a.book, a.kind
            """)
        .query((r, n) ->
            new Total(book(r), label(r, "kind", Kind.class), bigint(r, "accounts"), amount(r)))
        .list();
  }

  List<Age> ages(Instant now, List<Integer> days) {
    return jdbc.sql(
            """
            select o.book, o.kind, count(*) as accounts, sum(o.amount)::bigint as amount,
              width_bucket(extract(epoch from :now - s.since) / 86400, cast(:days as numeric[])) as age
            from (
              select a.id, a.book, a.kind, b.amount
              from ledger.balance b join ledger.account a on a.id = b.account
              join ledger.kind k on k.id = a.kind
              where k.standing = 'OWED' and not a.busy and b.amount <> 0) o
            cross join lateral (
              -- the first line since it was empty
              select p.at as since from ledger.posting p
              where p.account = o.id and p.number = 1 + coalesce((
                select max(e.number) from ledger.posting e
                where e.account = o.id and e.number is not null and e.after = 0), 0)) s
            group by o.book, o.kind, age order by o.book, o.kind, age
            """)
        .param("now", at(now))
        .param("days", days.toArray(Integer[]::new))
        .query((r, n) ->
            new Age(
                book(r),
                label(r, "kind", Kind.class),
                integer(r, "age"),
                bigint(r, "accounts"),
                amount(r)))
        .list();
  }

  Set<Currency> currencies() {
    return jdbc.sql("select id as book from ledger.book").query((r, n) -> book(r).currency()).set();
  }

  private static Book book(ResultSet r) throws SQLException {
    return Book.read(text(r, "book"));
  }

  private static Money amount(ResultSet r) throws SQLException {
    long minor = label(r, "kind", Kind.class).sign() * bigint(r, "amount");
    return new Money(minor, book(r).currency());
  }
}
