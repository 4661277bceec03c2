package org.diestra.office.books;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.Optional;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to clients' books: who works in them, and opening them. */
@Service
public class Books {
  private final Workspaces workspaces;
  private final BookStore store;
  private final AccountStore accounts;
  private final Audit audit;
  private final Clock clock;

  Books(Workspaces workspaces, BookStore store, AccountStore accounts, Audit audit, Clock clock) {
    this.workspaces = workspaces;
    this.store = store;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Lets somebody in who works in the books.
   *
   * @throws NotFound if the person does not, or no books are open
   */
  @Transactional(readOnly = true)
  public Desk enter(Viewer viewer, WorkspaceId workspace) {
    var pass = pass(viewer, workspace);
    return at(pass).orElseThrow(NotFound::new);
  }

  /** The person's place at the books, if any are open. */
  @Transactional(readOnly = true)
  public Optional<Desk> at(Pass pass) {
    return store.desk(pass);
  }

  /** Whether somebody may open, post in and close the books there. */
  @Transactional(readOnly = true)
  public boolean checks(Pass pass) {
    return store.checks(pass.workspace().id(), pass.viewer().id());
  }

  /**
   * Whether or not any books are open.
   *
   * @throws NotFound if the person does not work in books there
   */
  @Transactional(readOnly = true)
  public Pass pass(Viewer viewer, WorkspaceId workspace) {
    var pass = workspaces.enter(viewer, workspace);
    pass.requireWorks(Area.BOOKKEEPING);
    return pass;
  }

  /** A workspace's books, if any are open. */
  @Transactional(readOnly = true)
  public Optional<Book> find(WorkspaceId workspace) {
    return store.find(workspace);
  }

  /**
   * Its books as they are until the caller's transaction ends: nobody closes or reopens a day
   * meanwhile.
   *
   * @throws NotFound if none are open
   */
  @Transactional
  public Book hold(WorkspaceId workspace) {
    return store.hold(workspace).orElseThrow(NotFound::new);
  }

  /** How many people may post there. */
  @Transactional(readOnly = true)
  public long checkers(Book book) {
    return store.checkers(book.workspace());
  }

  /** Whether somebody may post there what that same person wrote: nobody else could. */
  @Transactional(readOnly = true)
  public boolean alone(Book book) {
    return book.alone() && store.checkers(book.workspace()) == 1;
  }

  /**
   * Opens them, with the chart's accounts.
   *
   * @throws NotFound if the person may not post in them
   */
  @Transactional
  public Outcome<Desk> open(Pass pass, Book book) {
    if (!checks(pass)) {
      throw new NotFound();
    }
    if (!store.add(book, pass.viewer().id(), clock.instant())) {
      return refused(Refusal.conflict("books.opening.there"));
    }
    if (!accounts.add(book.chart().accounts(book.workspace()))) {
      throw new IllegalStateException("a chart names an account twice: " + book.chart());
    }
    audit.record(
        Deed.of("books", "open")
            .by(pass.viewer().id().value())
            .onBehalfOf(pass.workspace().organisation().value())
            .on("book", book.workspace().value())
            .with("chart", book.chart().name()));
    return done(new Desk(pass, book, true));
  }
}
