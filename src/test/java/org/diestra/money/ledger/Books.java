package org.diestra.money.ledger;

import java.time.Clock;
import java.util.Currency;
import java.util.UUID;
import javax.sql.DataSource;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/** What tests of money need: a book of their own, and entries by the table of events. */
@Component
public class Books {
  private static final Currency EUR = Currency.getInstance("EUR");
  private final Ledger ledger;
  private final Clock clock;
  private final FlywayConnectionDetails owner;

  Books(Ledger ledger, Clock clock, FlywayConnectionDetails owner) {
    this.ledger = ledger;
    this.clock = clock;
    this.owner = owner;
  }

  /** One that no other test knows. */
  public Book fresh() {
    var tail = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    return new Book("t" + tail, EUR);
  }

  public static Money eur(long cents) {
    return new Money(cents, EUR);
  }

  public Entry fund(Book book, Account escrow, long cents) {
    return Entry.of(book, Event.FUND, "fund:" + Ids.fresh(), clock.instant())
        .debit(Account.clientMoney(), eur(cents))
        .credit(escrow, eur(cents));
  }

  public Entry release(Book book, Account escrow, UUID assistant, long cents, long fee) {
    return Entry.of(book, Event.RELEASE, "release:" + Ids.fresh(), clock.instant())
        .debit(escrow, eur(cents))
        .credit(Account.held(assistant), eur(cents - fee))
        .credit(Account.of(Kind.FEES), eur(fee));
  }

  /** What the ledger hashes of it, for whoever posts without the ledger. */
  public static String body(Entry entry) {
    return entry.body();
  }

  public void post(Entry... entries) {
    ledger.post(entries);
  }

  /** As the owner of the tables, who could do what the application may not. */
  public JdbcClient owner() {
    return asOwner();
  }

  JdbcClient asOwner() {
    return JdbcClient.create(source());
  }

  private DataSource source() {
    return new DriverManagerDataSource(
        owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
  }
}
