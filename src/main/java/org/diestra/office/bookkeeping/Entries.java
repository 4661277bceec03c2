package org.diestra.office.bookkeeping;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diestra.office.bookkeeping.Entry.Draft;
import org.diestra.office.bookkeeping.Entry.Facts;
import org.diestra.office.bookkeeping.Entry.Open;
import org.diestra.office.bookkeeping.Entry.Posted;
import org.diestra.office.bookkeeping.Entry.Proposed;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.Book;
import org.diestra.office.books.Books;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to entries for whoever writes them: drafts, proposals, and what undoes another. */
@Service
class Entries {
  private static final int YEARS_AHEAD = 2;
  static final Refusal MOVED = Refusal.conflict("bookkeeping.conflict.moved");
  private final EntryStore store;
  private final MoveStore moves;
  private final Receipts receipts;
  private final Books books;
  private final ChartOfAccounts chart;
  private final Audit audit;
  private final Clock clock;

  Entries(
      EntryStore store,
      MoveStore moves,
      Receipts receipts,
      Books books,
      ChartOfAccounts chart,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.moves = moves;
    this.receipts = receipts;
    this.books = books;
    this.chart = chart;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws NotFound if there is none in these books
   */
  @Transactional(readOnly = true)
  public Entry get(Desk desk, EntryId id) {
    return store.find(desk.book().workspace(), id).orElseThrow(NotFound::new);
  }

  /** What that form has made, if anything. */
  @Transactional(readOnly = true)
  public Optional<EntryId> made(Desk desk, UUID key) {
    return store.byKey(desk.book().workspace(), key);
  }

  /** What was done with it, the first first. */
  @Transactional(readOnly = true)
  public List<MoveStore.Move> moves(Entry entry) {
    return moves.of(entry.facts().id());
  }

  /**
   * A new one. The same form sent again makes no other.
   *
   * @param propose whether another is to post it, which it must be whole for
   */
  @Transactional
  public Outcome<EntryId> write(Desk desk, UUID key, Written written, boolean propose) {
    var there = made(desk, key);
    if (there.isPresent()) {
      return done(there.get());
    }
    var why = unfit(desk, written, propose);
    return why.isPresent()
        ? refused(why.get())
        : done(add(desk, key, written, Optional.empty(), propose));
  }

  /** Why it can't be kept, or proposed. */
  Optional<Refusal> unfit(Desk desk, Written written, boolean propose) {
    var book = books.hold(desk.book().workspace());
    if (propose && !written.whole()) {
      return Optional.of(
          written.lines().size() < 2
              ? Refusal.invalid("lines", "bookkeeping.lines.few")
              : Refusal.invalid("lines", "bookkeeping.lines.unbalanced", written.off()));
    }
    var day = unfit(book, written.day(), propose);
    return day.isPresent() || !propose ? day : shut(book, written.accounts());
  }

  /** Why nothing can be kept, or proposed, for that day. */
  Optional<Refusal> unfit(Book book, LocalDate day, boolean propose) {
    if (day.isBefore(book.begins())) {
      return Optional.of(Refusal.invalid("day", "bookkeeping.day.before", book.begins()));
    }
    var latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(YEARS_AHEAD);
    if (day.isAfter(latest)) {
      return Optional.of(Refusal.invalid("day", "bookkeeping.day.far", latest));
    }
    var closed = book.closedUntil();
    return propose && closed != null && !day.isAfter(closed)
        ? Optional.of(Refusal.invalid("day", "bookkeeping.day.closed", closed))
        : Optional.empty();
  }

  /** Why nothing is written on some of these accounts. */
  Optional<Refusal> shut(Book book, Set<AccountId> accounts) {
    return chart
        .shut(book.workspace(), accounts)
        .map(shut -> Refusal.invalid("lines", "bookkeeping.lines.closed", shut.code()));
  }

  private EntryId add(
      Desk desk, UUID key, Written written, Optional<EntryId> reverses, boolean propose) {
    var by = desk.pass().viewer().id();
    var now = clock.instant();
    var facts =
        new Facts(
            new EntryId(Ids.fresh()),
            desk.book().workspace(),
            key,
            written,
            1,
            now,
            by,
            reverses.orElse(null));
    var draft = new Draft(facts);
    if (!store.add(draft)) { // the same form at the same moment
      return store.byKey(desk.book().workspace(), key).orElseThrow(IllegalStateException::new);
    }
    record(desk, "write", draft);
    if (propose) {
      propose(desk, draft);
    }
    return facts.id();
  }

  private void propose(Desk desk, Open entry) {
    var proposed = entry.propose(desk.pass().viewer().id(), clock.instant());
    store.move(entry, proposed, proposed.proposedBy(), null);
    record(desk, "propose", proposed);
  }

  /**
   * @param seen the version that the form was made from
   */
  @Transactional
  public Outcome<EntryId> rewrite(
      Desk desk, EntryId id, int seen, Written written, boolean propose) {
    if (!(held(desk, id) instanceof Open before) || before.facts().version() != seen) {
      return refused(MOVED);
    }
    var was = before.facts();
    if (was.reverses() != null && !written.comesTo(was.written())) {
      return refused(Refusal.invalid("lines", "bookkeeping.reversal.lines"));
    }
    return rewrite(
        desk, before, was.reverses() == null ? written : was.written().on(written), propose);
  }

  private Outcome<EntryId> rewrite(Desk desk, Open before, Written written, boolean propose) {
    var why = unfit(desk, written, propose);
    if (why.isPresent()) {
      return refused(why.get());
    }
    var after = before.write(written, desk.pass().viewer().id(), clock.instant());
    store.rewrite(before, after);
    record(desk, "write", after);
    if (propose && after instanceof Open open) {
      propose(desk, open);
    }
    return done(before.facts().id());
  }

  private Entry held(Desk desk, EntryId id) {
    return store.all(desk.book().workspace(), List.of(id), true).stream()
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * A draft is to be posted as it stands.
   *
   * @param twin whether somebody has seen that a paper of it shows another entry too
   */
  @Transactional
  public Outcome<EntryId> propose(Desk desk, EntryId id, int seen, boolean twin) {
    if (!(held(desk, id) instanceof Open open) || open.facts().version() != seen) {
      return refused(MOVED);
    }
    var why = unfit(desk, open.facts().written(), true);
    if (why.isPresent()) {
      return refused(why.get());
    }
    if (!twin && !receipts.twins(open).isEmpty()) {
      return refused(Receipts.TWIN);
    }
    propose(desk, open);
    return done(id);
  }

  /** Whoever proposed it takes it back, to write on. */
  @Transactional
  public Outcome<EntryId> withdraw(Desk desk, EntryId id, int seen) {
    var me = desk.pass().viewer().id();
    if (!(held(desk, id) instanceof Proposed proposed)
        || proposed.facts().version() != seen
        || !proposed.by(me)) {
      return refused(MOVED);
    }
    var draft = proposed.withdraw(clock.instant());
    store.move(proposed, draft, me, null);
    record(desk, "withdraw", draft);
    return done(id);
  }

  /** A draft is thrown away; its receipts wait for another entry. */
  @Transactional
  public Outcome<EntryId> remove(Desk desk, EntryId id, int seen) {
    if (!(held(desk, id) instanceof Open open) || open.facts().version() != seen) {
      return refused(MOVED);
    }
    receipts.detachAll(id);
    store.remove(open);
    record(desk, "remove", open);
    return done(id);
  }

  /** The exact opposite of what was posted, as a proposal for another day. */
  @Transactional
  public Outcome<EntryId> reverse(Desk desk, EntryId id, LocalDate day, String text, UUID key) {
    if (!(held(desk, id) instanceof Posted posted) || posted.reversedBy() != null) {
      return refused(MOVED);
    }
    var undone = posted.facts().written();
    var lines = undone.lines().stream().map(Line::opposite).toList();
    var opposite = new Written(day, text, undone.currency(), lines);
    var why = unfit(desk, opposite, true);
    return why.isPresent()
        ? refused(why.get())
        : done(add(desk, key, opposite, Optional.of(id), true));
  }

  private void record(Desk desk, String deed, Entry entry) {
    audit.record(
        Deed.of("bookkeeping", deed)
            .by(desk.pass().viewer().id().value())
            .onBehalfOf(desk.pass().workspace().organisation().value())
            .on("entry", entry.facts().id().value())
            .moved(null, entry.state().name()));
  }
}
