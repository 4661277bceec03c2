package org.diestra.office.bookkeeping;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diestra.office.books.Book;
import org.diestra.office.books.Books;
import org.diestra.office.books.Chart;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.Caller;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Books with entries that are posted, for tests of what reads them. */
@Component
@Scope("prototype")
public class PostedBooks {
  private static final Currency EUR = Currency.getInstance("EUR");
  private final Workspaces workspaces;
  private final Books books;
  private final ChartOfAccounts chart;
  private final Entries entries;
  private final Decisions decisions;
  private Viewer owner;
  private Viewer assistant;
  private WorkspaceId room;

  PostedBooks(
      Workspaces workspaces,
      Books books,
      ChartOfAccounts chart,
      Entries entries,
      Decisions decisions) {
    this.workspaces = workspaces;
    this.books = books;
    this.chart = chart;
    this.entries = entries;
    this.decisions = decisions;
  }

  /** Opens a small firm's books, and lets that assistant in. */
  public void open(Viewer owner, Viewer assistant, WorkspaceId room) {
    this.owner = owner;
    this.assistant = assistant;
    this.room = room;
    workspaces.admit(
        UUID.randomUUID(), room, assistant.id(), Set.of(Area.BOOKKEEPING), Level.WORKING);
    var book = new Book(room, Chart.SPAIN, EUR, 1, LocalDate.of(2026, 1, 1), null, false, 1);
    Caller.person(owner.id().value())
        .call(() -> books.open(books.pass(owner, room), book).orFail());
  }

  /** Writes and posts one, by the codes of its accounts. */
  public void post(String day, String text, String debit, String credit, long cents) {
    var id =
        Caller.person(assistant.id().value())
            .call(() -> {
              var all = chart.of(room);
              var to = all.find("", debit).orFail().id();
              var from = all.find("", credit).orFail().id();
              var lines =
                  List.of(
                      new Line(to, new Money(cents, EUR), ""),
                      new Line(from, new Money(-cents, EUR), ""));
              var written = new Written(LocalDate.parse(day), text, EUR, lines);
              return entries
                  .write(books.enter(assistant, room), Ids.fresh(), written, true)
                  .orFail();
            });
    Caller.person(owner.id().value())
        .call(() -> decisions.post(books.enter(owner, room), Map.of(id, 2)).orFail());
  }
}
