package org.diestra.money.ledger;

import static org.diestra.platform.data.Row.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.diestra.money.ledger.EntryStore.Linked;
import org.diestra.money.ledger.Finding.Fault;
import org.diestra.platform.base.Hash;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.data.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at all books as they stand at one moment and finds what must never be. It believes nothing
 * that is kept: balances are added up again, and bodies and links are hashed again from what the
 * entries say.
 */
@Component
public class Examination {
  private static final Duration LONG = Duration.ofHours(1);
  private static final String NOTHING = "0".repeat(64);
  private final EntryStore entries;
  private final JdbcClient jdbc;
  private final HouseRights house;
  private final Clock clock;

  Examination(EntryStore entries, JdbcClient jdbc, HouseRights house, Clock clock) {
    this.entries = entries;
    this.jdbc = jdbc;
    this.house = house;
    this.clock = clock;
  }

  /** What was found; nothing where all is as it must be. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<Finding> examine() {
    return house.call(() -> {
      var found = new ArrayList<Finding>();
      found.addAll(sums());
      found.addAll(balances());
      books().forEach(book -> chain(book, found));
      found.addAll(copies());
      found.addAll(loose(clock.instant().minus(LONG)));
      return found;
    });
  }

  private List<String> books() {
    return jdbc.sql("select id from ledger.book order by id").query((r, n) -> text(r, "id")).list();
  }

  private List<Finding> sums() {
    return jdbc.sql(
            """
            with sums as (
              select a.book, sum(p.amount) as whole,
                coalesce(sum(p.amount) filter (where k.standing <> 'HOUSE'), 0) as covered
              from ledger.posting p join ledger.account a on a.id = p.account
              join ledger.kind k on k.id = a.kind group by a.book)
            select 'UNBALANCED' as fault, book, book as subject from sums where whole <> 0
            union all
            select 'NOT_COVERED', book, book from sums where covered < 0
            """)
        .query((r, n) ->
            new Finding(Row.label(r, "fault", Fault.class), text(r, "book"), text(r, "subject")))
        .list();
  }

  private List<Finding> balances() {
    return jdbc.sql(
            """
            with both_ways as (
              select a.book, a.code, k.bound,
                coalesce(p.amount, 0) as posted, coalesce(p.postings, 0) as postings,
                coalesce(b.amount, 0) as kept, coalesce(b.postings, 0) as kept_postings
              from ledger.account a join ledger.kind k on k.id = a.kind
              left join (select account, sum(amount) as amount, count(*) as postings
                from ledger.posting group by account) p on p.account = a.id
              left join (select account, sum(amount) as amount, sum(postings) as postings
                from ledger.balance group by account) b on b.account = a.id)
            select 'WRONG_BALANCE' as fault, book, code as subject from both_ways
              where posted <> kept or postings <> kept_postings
            union all
            select 'BELOW_FLOOR', book, code from both_ways where posted * bound < 0
            """)
        .query((r, n) ->
            new Finding(Row.label(r, "fault", Fault.class), text(r, "book"), text(r, "subject")))
        .list();
  }

  private void chain(String book, List<Finding> found) {
    var walk = new Walk(book, found);
    entries.eachLinked(Book.read(book), walk::step);
    var head =
        jdbc.sql("select head from ledger.book where id = :book")
            .param("book", book)
            .query(String.class)
            .single();
    if (!walk.hash.equals(head)) {
      found.add(new Finding(Fault.BROKEN_CHAIN, book, "head"));
    }
  }

  /** What postings have from their entry, their account and the posting before. */
  private List<Finding> copies() {
    return jdbc.sql(
            """
            select 'ALTERED' as fault, e.book, e.key as subject
            from ledger.posting p join ledger.entry e on e.id = p.entry
            join ledger.account a on a.id = p.account
            where p.at <> e.at or p.owner is distinct from a.owner
            union all
            select 'WRONG_BALANCE', a.book, a.code
            from (
              select account, number, after,
                row_number() over ordered as right_number, sum(amount) over ordered as right_after
              from ledger.posting where number is not null
              window ordered as (partition by account order by number)) p
            join ledger.account a on a.id = p.account
            where p.number <> p.right_number or p.after <> p.right_after
            """)
        .query((r, n) ->
            new Finding(Row.label(r, "fault", Fault.class), text(r, "book"), text(r, "subject")))
        .list();
  }

  private List<Finding> loose(Instant since) {
    return jdbc.sql(
            """
            select e.book, e.key from ledger.entry e
            where not exists (select from ledger.link k where k.entry = e.id)
              and (e.at < :since or not exists (select from ledger.loose l where l.entry = e.id))
            """)
        .param("since", Row.at(since))
        .query((r, n) -> new Finding(Fault.LOOSE, text(r, "book"), text(r, "key")))
        .list();
  }

  /** From link to link. */
  private static final class Walk {
    private final String book;
    private final List<Finding> found;
    private String hash = NOTHING;
    private long number;

    Walk(String book, List<Finding> found) {
      this.book = book;
      this.found = found;
    }

    void step(Linked linked) {
      var link = linked.link();
      var entry = linked.written().entry();
      if (!entry.body().equals(link.body())) {
        found.add(new Finding(Fault.ALTERED, book, entry.key()));
      }
      number++;
      var next = Hash.of(hash + entry.body() + micros(entry.at()));
      if (link.number() != number || !next.equals(link.hash())) {
        found.add(new Finding(Fault.BROKEN_CHAIN, book, String.valueOf(link.number())));
      }
      number = link.number();
      hash = link.hash(); // so that one fault is told once
    }

    private static long micros(Instant at) {
      return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }
  }
}
