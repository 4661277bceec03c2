package org.diestra.office.books;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.diestra.office.books.BookStore.Closing;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far books are closed, and who may post alone: for those who post. */
@Service
class Periods {
  private static final int SHOWN = 50;
  private static final Refusal MOVED = Refusal.conflict("books.periods.moved");
  private final BookStore store;
  private final Audit audit;
  private final Clock clock;

  Periods(BookStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** What was closed and reopened, the latest first. */
  @Transactional(readOnly = true)
  List<Closing> history(Desk desk) {
    return store.closings(desk.book().workspace(), SHOWN);
  }

  /** Whether there is nobody else who could post. */
  @Transactional(readOnly = true)
  boolean single(Desk desk) {
    return store.checkers(desk.book().workspace()) == 1;
  }

  /**
   * From now on nothing is posted up to and including that day; or, where that is before what is
   * closed, the days after it are open again, for a reason.
   *
   * @param until null where all days are to be open again
   * @param reason why days are reopened; empty where none are
   */
  @Transactional
  Outcome<Book> close(Desk desk, int seen, @Nullable LocalDate until, String reason) {
    requirePosts(desk);
    var book = store.find(desk.book().workspace()).orElseThrow(NotFound::new);
    var why = reason.isEmpty() ? null : reason;
    var by = desk.pass().viewer().id();
    var closing = new Closing(seen + 1, book.closedUntil(), until, why, by, clock.instant());
    if (book.version() != seen || Objects.equals(book.closedUntil(), until)) {
      return refused(MOVED);
    }
    if (closing.reopens() && why == null) {
      return refused(Refusal.invalid("reason", "books.periods.reason.missing"));
    }
    if (!store.close(book, closing)) {
      return refused(MOVED);
    }
    audit.record(
        deed(desk, closing.reopens() ? "reopen" : "close")
            .moved(text(book.closedUntil()), text(until)));
    return done(book);
  }

  private static String text(@Nullable LocalDate day) {
    return day == null ? "-" : day.toString();
  }

  /** Says that the only person who may post posts own entries too, or that nobody does. */
  @Transactional
  Outcome<Book> alone(Desk desk, int seen, boolean alone) {
    requirePosts(desk);
    var book = store.find(desk.book().workspace()).orElseThrow(NotFound::new);
    if (alone && store.checkers(book.workspace()) != 1) {
      return refused(Refusal.conflict("books.alone.others"));
    }
    if (book.version() != seen || book.alone() == alone || !store.alone(book, alone)) {
      return refused(MOVED);
    }
    audit.record(deed(desk, alone ? "post-alone" : "post-by-two"));
    return done(book);
  }

  private static void requirePosts(Desk desk) {
    if (!desk.posts()) {
      throw new NotFound();
    }
  }

  private static Deed deed(Desk desk, String action) {
    return Deed.of("books", action)
        .by(desk.pass().viewer().id().value())
        .onBehalfOf(desk.pass().workspace().organisation().value())
        .on("book", desk.book().workspace().value());
  }
}
