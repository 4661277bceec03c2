package org.diestra.money.ledger;

import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All books from the first entry to the last, and after each day what the accounts that moved came
 * to. It is read as it stood at one moment, in bounded memory, whatever its size. Days are UTC's.
 */
@Component
public class Journal {
  private static final int FETCHED = 1_000;
  private final EntryStore entries;
  private final JdbcClient jdbc;
  private final HouseRights house;

  Journal(EntryStore entries, JdbcClient jdbc, HouseRights house) {
    this.entries = entries;
    this.jdbc = jdbc;
    this.house = house;
  }

  /** Who writes it down, in this order: accounts, then day by day its entries and its balances. */
  public interface Reader {
    /**
     * @param name as in {@link Standing#name}
     * @param first the day of its first posting, in whichever currency
     */
    void account(String name, LocalDate first);

    void entry(Written entry);

    /** What an account came to at the end of that day, on which it moved. */
    void balance(Standing account, LocalDate day, Money debit);
  }

  /** An account within its book, by the name under which the journal has it. */
  public record Standing(Book book, Account account) {
    /** {@code Liabilities:Payable:Bank:2qJ…:Held}: the rail follows the kind. */
    public String name() {
      return name(book.rail(), account);
    }

    private static String name(String rail, Account account) {
      var kind = account.kind().prefix();
      var proper = rail.substring(0, 1).toUpperCase(Locale.ROOT) + rail.substring(1);
      return kind + ":" + proper + account.code().substring(kind.length());
    }
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public void read(Reader reader) {
    house.call(() -> {
      accounts(reader);
      try (var ends = dayEnds()) {
        days(reader, ends.iterator());
      }
      return reader;
    });
  }

  private void accounts(Reader reader) {
    jdbc.sql(
            """
            select split_part(a.book, '/', 1) as rail, a.kind, a.code,
              (min(p.first) at time zone 'UTC')::date as first
            from ledger.account a join (
              select account, min(at) as first from ledger.posting group by account) p
              on p.account = a.id
            group by 1, 2, 3 order by a.code, 1
            """)
        .withFetchSize(FETCHED)
        .query(r -> {
          var account = Account.read(label(r, "kind", Kind.class), text(r, "code"), null);
          reader.account(Standing.name(text(r, "rail"), account), date(r, "first"));
        });
  }

  private record DayEnd(LocalDate day, Standing account, Money debit) {}

  private Stream<DayEnd> dayEnds() {
    return jdbc
        .sql(
            """
            select d.day, a.book, a.kind, a.code,
              (sum(d.amount) over (partition by a.id order by d.day))::bigint as amount
            from (
              select account, (at at time zone 'UTC')::date as day, sum(amount) as amount
              from ledger.posting group by 1, 2) d
            join ledger.account a on a.id = d.account
            order by d.day, a.book, a.code
            """)
        .withFetchSize(FETCHED)
        .query((r, n) -> {
          var account = standing(r);
          return new DayEnd(
              date(r, "day"), account, new Money(bigint(r, "amount"), account.book().currency()));
        })
        .stream();
  }

  private static Standing standing(ResultSet r) throws SQLException {
    var account = Account.read(label(r, "kind", Kind.class), text(r, "code"), null);
    return new Standing(Book.read(text(r, "book")), account);
  }

  private void days(Reader reader, Iterator<DayEnd> ends) {
    var day = new Days(reader, ends);
    entries.each(written -> {
      day.upTo(LocalDate.ofInstant(written.entry().at(), ZoneOffset.UTC));
      reader.entry(written);
    });
    day.upTo(LocalDate.MAX);
  }

  /** Lets the balances of each day follow its last entry. */
  private static final class Days {
    private final Reader reader;
    private final Iterator<DayEnd> ends;
    private @Nullable DayEnd next;

    Days(Reader reader, Iterator<DayEnd> ends) {
      this.reader = reader;
      this.ends = ends;
      this.next = ends.hasNext() ? ends.next() : null;
    }

    void upTo(LocalDate day) {
      for (var end = next; end != null && end.day().isBefore(day); end = next) {
        reader.balance(end.account(), end.day(), end.debit());
        next = ends.hasNext() ? ends.next() : null;
      }
    }
  }
}
