package org.diestra.office.bookkeeping;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.diestra.HouseTest;
import org.diestra.OfficeDesk;
import org.diestra.People;
import org.diestra.office.books.Book;
import org.diestra.office.books.Books;
import org.diestra.office.books.Chart;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The books of a small firm in Spain, whose assistant writes and whose owner posts. */
@HouseTest
abstract class BooksDesk extends OfficeDesk {
  static final Currency EUR = Currency.getInstance("EUR");
  static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  @Autowired Books books;
  @Autowired ChartOfAccounts chart;
  @Autowired Entries entries;
  @Autowired Decisions decisions;
  @Autowired Journal journal;
  @Autowired Organisations organisations;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void openBooks() {
    works(assistant, Area.BOOKKEEPING);
    var book = new Book(room, Chart.SPAIN, EUR, 1, LocalDate.of(2026, 1, 1), null, false, 1);
    as(owner, () -> books.open(books.pass(owner, room), book).orFail());
  }

  static <T> T as(Viewer viewer, Supplier<T> action) {
    return Caller.person(viewer.id().value()).call(action::get);
  }

  Desk desk(Viewer viewer) {
    return books.enter(viewer, room);
  }

  /** Another of the client's, in that role. */
  Viewer colleague(String name, Role role) {
    var person = people.open(name, "en", "Europe/Madrid", false, null);
    organisations.admit(People.organisation(owner), person.id(), role, owner.id());
    return accounts.viewer(person.id()).orElseThrow();
  }

  static Money eur(long cents) {
    return new Money(cents, EUR);
  }

  /** By codes: what is debited, then what is credited, the same amount. */
  Written entry(LocalDate day, String text, String debit, String credit, long cents) {
    var all = chart.of(room);
    var to = all.find("", debit).orFail().id();
    var from = all.find("", credit).orFail().id();
    return new Written(
        day, text, EUR, List.of(new Line(to, eur(cents), ""), new Line(from, eur(-cents), "")));
  }

  EntryId proposed(Viewer viewer, Written written) {
    return as(viewer, () -> entries.write(desk(viewer), Ids.fresh(), written, true).orFail());
  }

  EntryId rent(long cents) {
    return proposed(assistant, as(assistant, () -> entry(DAY, "Rent", "621", "572", cents)));
  }

  Entry read(EntryId id) {
    return as(owner, () -> entries.get(desk(owner), id));
  }

  EntryId post(Viewer viewer, EntryId id) {
    int seen = read(id).facts().version();
    as(viewer, () -> decisions.post(desk(viewer), Map.of(id, seen)).orFail());
    return id;
  }
}
