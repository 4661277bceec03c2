package org.diestra.office.bookkeeping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.diestra.office.bookkeeping.Entry.State;
import org.diestra.office.bookkeeping.JournalStore.LineMark;
import org.diestra.office.bookkeeping.JournalStore.Posting;
import org.diestra.office.bookkeeping.JournalStore.Row;
import org.diestra.office.bookkeeping.JournalStore.Wanted;
import org.diestra.office.books.Account;
import org.diestra.office.books.Book;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands in the books, as lists. */
@Service
public class Journal {
  static final int PAGE = 50;
  private static final LocalDate EVER = LocalDate.of(1900, 1, 1);
  private final JournalStore store;

  Journal(JournalStore store) {
    this.store = store;
  }

  /** Entries by day, the latest first; one more than a page holds where there is more. */
  @Transactional(readOnly = true)
  public List<Row> list(Wanted wanted) {
    return store.list(wanted, PAGE + 1);
  }

  /** How many entries wait to be posted, and how many to be mended. */
  @Transactional(readOnly = true)
  public Map<State, Integer> waiting(Book book) {
    return store.waiting(book.workspace());
  }

  /** A line with the balance after it, debits above zero. */
  record Stand(Posting line, Money balance) {}

  /**
   * An account's own page.
   *
   * @param brought the balance that its year began with
   * @param after the balance at the end of what is there of the year
   * @param lines the latest first
   * @param more whether there are earlier ones
   */
  record Sheet(
      Account account, int year, Money brought, Money after, List<Stand> lines, boolean more) {}

  /**
   * A year of an account with its running balance; those of the result begin each year at nothing.
   *
   * @param before the line that the page before ended with, or null
   */
  @Transactional(readOnly = true)
  public Sheet sheet(Book book, Account account, int year, @Nullable LineMark before) {
    var begins = book.yearBegins(year);
    var from = account.kind().ofResult() ? begins : EVER;
    var found = store.postings(account.id(), begins, book.yearEnds(year), before, PAGE + 1);
    boolean more = found.size() > PAGE;
    var page = more ? found.subList(0, PAGE) : found;
    var lines = new ArrayList<Stand>();
    long balance = page.isEmpty() ? 0 : store.through(account.id(), from, page.getFirst().mark());
    for (var line : page) {
      lines.add(new Stand(line, new Money(balance, book.currency())));
      balance -= line.amount().minor();
    }
    long brought = store.between(account.id(), from, begins);
    long after = store.between(account.id(), from, book.yearBegins(year + 1));
    return new Sheet(
        account,
        year,
        new Money(brought, book.currency()),
        new Money(after, book.currency()),
        lines,
        more);
  }

  /** The years of the books in which anything is posted, and this one; the latest first. */
  @Transactional(readOnly = true)
  public List<Integer> years(Book book, LocalDate today) {
    var span = store.span(book.workspace());
    int now = book.year(today);
    int first = span.isEmpty() ? now : Math.min(now, book.year(span.getFirst()));
    int last = span.isEmpty() ? now : Math.max(now, book.year(span.getLast()));
    return IntStream.rangeClosed(first, last).mapToObj(y -> first + last - y).toList();
  }
}
