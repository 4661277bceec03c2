package org.diestra.bench;

import static org.diestra.money.ledger.Books.eur;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Books;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Examination;
import org.diestra.money.ledger.Kind;
import org.diestra.money.ledger.Ledger;
import org.diestra.platform.base.Ids;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Single transfers over eight connections, durable: between two thousand accounts, and from those
 * to the house's fees, which all then want at once. Beside them the same statement sent by hand,
 * which is what the database alone can do. All by turns in one run.
 */
final class LedgerBench {
  private static final int CONNECTIONS = 8;
  private static final int ACCOUNTS = 2_000;
  private static final int ROUNDS = 6;
  private static final long TURN = 3_000; // ms
  private static final double LEAST = 0.8;

  private final Report report = new Report("ledger");
  private final List<UUID> owners = Stream.generate(Ids::fresh).limit(ACCOUNTS).toList();
  private final Ledger ledger;
  private final DataSource database;
  private final Book book;

  private LedgerBench(ConfigurableApplicationContext context) {
    this.ledger = context.getBean(Ledger.class);
    this.database = context.getBean(DataSource.class);
    this.book = context.getBean(Books.class).fresh();
  }

  public static void main(String[] args) throws Exception {
    var folder = OwnHouse.folder("ledger");
    try (var context = OwnHouse.in(folder, "--spring.datasource.hikari.maximum-pool-size=12")) {
      new LedgerBench(context).run(context.getBean(Examination.class));
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void run(Examination examination) throws Exception {
    for (int i = 0; i < ACCOUNTS; i += 500) {
      ledger.post(owners.subList(i, i + 500).stream().map(this::funded).toList());
    }
    turn(this::spread);
    turn(this::hot);
    turn(this::byHand);
    var spread = new ArrayList<Double>();
    var hot = new ArrayList<Double>();
    var byHand = new ArrayList<Double>();
    for (int i = 0; i < ROUNDS; i++) {
      spread.add(turn(this::spread));
      hot.add(turn(this::hot));
      byHand.add(turn(this::byHand));
    }
    report.fact("transfers a second, spread", Math.round(median(spread)));
    report.fact("transfers a second, all to the fees", Math.round(median(hot)));
    report.fact("the statement alone, spread", Math.round(median(byHand)));
    ledger.chain();
    report.fact("faults found in the books", examination.examine().size());
    report.atLeast("hot against spread", median(hot) / median(spread), LEAST);
    report.atLeast("spread against the statement alone", median(spread) / median(byHand), LEAST);
    report.end();
  }

  private Entry funded(UUID owner) {
    return entry(Event.FUND)
        .debit(Account.clientMoney(), eur(100_000_000))
        .credit(Account.refundable(owner), eur(100_000_000));
  }

  private Entry entry(Event event) {
    return Entry.of(book, event, "bench:" + Ids.fresh(), Instant.now());
  }

  private UUID anybody() {
    return owners.get(ThreadLocalRandom.current().nextInt(ACCOUNTS));
  }

  private Entry transfer() {
    var from = anybody();
    var to = anybody();
    return entry(Event.AWARD)
        .debit(Account.refundable(from), eur(100))
        .credit(from.equals(to) ? Account.available(to) : Account.refundable(to), eur(100));
  }

  private void spread(Connection unused) {
    ledger.post(transfer());
  }

  private void hot(Connection unused) {
    ledger.post(
        entry(Event.RELEASE)
            .debit(Account.refundable(anybody()), eur(100))
            .credit(Account.of(Kind.FEES), eur(100)));
  }

  private void byHand(Connection connection) {
    try (var sql =
        connection.prepareStatement(
            """
            select * from ledger.post(array[?::uuid], array[?], array[?], array['AWARD'],
              array[now()], array[null], array[null], array[null::uuid], array[2], array[?],
              array[1, 1], array[?, ?], array[?, ?],
              array[?::uuid, ?::uuid], array[100, -100])
            """)) {
      var transfer = transfer();
      var lines = transfer.postings();
      sql.setString(1, Ids.fresh().toString());
      sql.setString(2, book.toString());
      sql.setString(3, transfer.key());
      sql.setString(4, Books.body(transfer));
      for (int i = 0; i < 2; i++) {
        sql.setString(5 + i, lines.get(i).account().kind().name());
        sql.setString(7 + i, lines.get(i).account().code());
        sql.setString(9 + i, String.valueOf(lines.get(i).account().owner()));
      }
      sql.execute();
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What one connection does again and again. */
  private interface Doing {
    void once(Connection connection) throws Exception;
  }

  /** How many a second. */
  private double turn(Doing doing) throws Exception {
    long end = System.currentTimeMillis() + TURN;
    try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      Callable<Integer> one =
          () -> {
            int done = 0;
            try (var connection = database.getConnection()) {
              while (System.currentTimeMillis() < end) {
                doing.once(connection);
                done++;
              }
            }
            return done;
          };
      int all = 0;
      for (var done : threads.invokeAll(java.util.Collections.nCopies(CONNECTIONS, one))) {
        all += done.get();
      }
      return all * 1000.0 / TURN;
    }
  }

  private static double median(List<Double> all) {
    return all.stream().sorted().toList().get(all.size() / 2);
  }
}
