package org.diestra.office.bookkeeping;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diestra.office.bookkeeping.Entry.Proposed;
import org.diestra.office.books.Account;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.Book;
import org.diestra.office.books.Books;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to entries for whoever decides on them: one of the client's, and not who wrote them. */
@Service
class Decisions {
  /** Entries that are posted at once, at most. */
  static final int MOST = 200;

  private final EntryStore store;
  private final Books books;
  private final ChartOfAccounts chart;
  private final EntryNotices notices;
  private final Audit audit;
  private final Clock clock;

  Decisions(
      EntryStore store,
      Books books,
      ChartOfAccounts chart,
      EntryNotices notices,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.books = books;
    this.chart = chart;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether that person may post or return what was proposed. */
  @Transactional(readOnly = true)
  public boolean decides(Desk desk, Entry entry) {
    return entry instanceof Proposed proposed && decides(desk, desk.book(), proposed);
  }

  private boolean decides(Desk desk, Book book, Proposed proposed) {
    return desk.posts() && (!proposed.by(desk.pass().viewer().id()) || books.alone(book));
  }

  /**
   * Posts all of them, or none.
   *
   * @param seen the version of each that was looked at
   * @return how many
   */
  @Transactional
  public Outcome<Integer> post(Desk desk, Map<EntryId, Integer> seen) {
    requirePosts(desk);
    if (seen.isEmpty() || seen.size() > MOST) {
      return refused(Refusal.invalid("entries", "bookkeeping.post.none", MOST));
    }
    var book = books.hold(desk.book().workspace());
    boolean alone = books.alone(book);
    boolean others = books.checkers(book) > 1;
    var posted = new ArrayList<Proposed>();
    for (var entry : store.all(book.workspace(), seen.keySet(), true)) {
      var facts = entry.facts();
      if (!(entry instanceof Proposed proposed)
          || !Integer.valueOf(facts.version()).equals(seen.get(facts.id()))) {
        return refused(Entries.MOVED);
      }
      if (proposed.by(desk.pass().viewer().id()) && !alone) {
        return refused(Refusal.conflict("bookkeeping.conflict.own"));
      }
      if (others && proposed.replacedBy().contains(desk.pass().viewer().id())) {
        return refused(Refusal.conflict("bookkeeping.conflict.replaced"));
      }
      if (!book.open(facts.written().day())) {
        return refused(Refusal.conflict("bookkeeping.conflict.closed", facts.written().day()));
      }
      posted.add(proposed);
    }
    var on =
        posted.stream()
            .flatMap(one -> one.facts().written().accounts().stream())
            .collect(Collectors.toSet());
    var shut = chart.shut(book.workspace(), on);
    if (shut.isPresent()) {
      return refused(Refusal.conflict("bookkeeping.conflict.account", shut.get().code()));
    }
    if (posted.size() != seen.size()) {
      throw new NotFound();
    }
    var by = desk.pass().viewer().id();
    store.post(book.workspace(), posted, by, clock.instant());
    record(desk, posted, "post", "POSTED");
    return done(posted.size());
  }

  /**
   * Another account in the place of one that was closed since: all else stays as it was proposed.
   *
   * @param shut which is closed
   */
  @Transactional
  public Outcome<EntryId> replace(
      Desk desk, EntryId id, int seen, AccountId shut, Account instead) {
    requirePosts(desk);
    var book = books.hold(desk.book().workspace());
    if (!(held(book, id) instanceof Proposed proposed) || proposed.facts().version() != seen) {
      return refused(Entries.MOVED);
    }
    var was = chart.get(book.workspace(), shut);
    var facts = proposed.facts();
    if (was.closedAt() == null
        || facts.reverses() != null
        || !facts.written().accounts().contains(shut)) {
      return refused(Entries.MOVED);
    }
    var after = proposed.seenAgain(clock.instant());
    var by = desk.pass().viewer().id();
    store.replace(after, shut, instead.id(), by, was.code() + " → " + instead.code());
    record(desk, List.of(proposed), "replace-account", "PROPOSED");
    return done(id);
  }

  /** From now until the transaction ends nobody else changes it. */
  private Entry held(Book book, EntryId id) {
    return store.all(book.workspace(), List.of(id), true).stream()
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** Gives it back to whoever wrote it, who hears why. */
  @Transactional
  public Outcome<EntryId> giveBack(Desk desk, EntryId id, int seen, String why) {
    requirePosts(desk);
    var book = books.hold(desk.book().workspace());
    if (!(held(book, id) instanceof Proposed proposed) || proposed.facts().version() != seen) {
      return refused(Entries.MOVED);
    }
    if (!decides(desk, book, proposed)) {
      return refused(Refusal.conflict("bookkeeping.conflict.own"));
    }
    var returned = proposed.giveBack(why, clock.instant());
    store.move(proposed, returned, desk.pass().viewer().id(), why);
    record(desk, List.of(proposed), "return", "RETURNED");
    notices.returned(desk, proposed, returned);
    return done(id);
  }

  private static void requirePosts(Desk desk) {
    if (!desk.posts()) {
      throw new NotFound();
    }
  }

  private void record(Desk desk, List<Proposed> entries, String deed, String to) {
    for (var entry : entries) {
      audit.record(
          Deed.of("bookkeeping", deed)
              .by(desk.pass().viewer().id().value())
              .onBehalfOf(desk.pass().workspace().organisation().value())
              .on("entry", entry.facts().id().value())
              .moved("PROPOSED", to));
    }
  }
}
