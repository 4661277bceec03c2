package org.diestra.office.recurring;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.diestra.office.bookkeeping.Written;
import org.diestra.office.books.Desk;
import org.diestra.office.recurring.Recurring.State;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.timers.Timers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to entries that come again; whoever works in the books keeps them. */
@Service
class Recurrings {
  static final String DUE = "recurring:due";
  static final int MOST = 200;
  private static final int YEARS = 2;
  private static final int SHOWN = 24;
  private static final LocalTime MORNING = LocalTime.of(5, 0);
  private static final Refusal MOVED = Refusal.conflict("recurring.moved");
  private final RecurringStore store;
  private final Timers timers;
  private final Audit audit;
  private final Clock clock;

  Recurrings(RecurringStore store, Timers timers, Audit audit, Clock clock) {
    this.store = store;
    this.timers = timers;
    this.audit = audit;
    this.clock = clock;
  }

  /** Those that come soonest first. */
  @Transactional(readOnly = true)
  public List<Recurring> all(Desk desk) {
    return store.all(desk.book().workspace(), MOST);
  }

  /**
   * @throws NotFound if there is none in these books
   */
  @Transactional(readOnly = true)
  public Recurring get(Desk desk, RecurringId id) {
    return store.find(desk.book().workspace(), id).orElseThrow(NotFound::new);
  }

  /** The days for which it came, the latest first. */
  @Transactional(readOnly = true)
  public List<RecurringStore.Turn> turns(Recurring one) {
    return store.turns(one.id(), SHOWN);
  }

  /**
   * An entry comes again from a day on. The same form sent again makes no other.
   *
   * @param like what each says, but for its day
   * @param first its day, which says on which day of the month the others are too
   */
  @Transactional
  public Outcome<RecurringId> add(
      Desk desk,
      UUID key,
      Written like,
      String text,
      int months,
      LocalDate first,
      @Nullable LocalDate until) {
    var there = store.byKey(desk.book().workspace(), key);
    if (there.isPresent()) {
      return done(there.get());
    }
    var today = desk.today(clock);
    if (first.isBefore(today.minusMonths(1)) || first.isAfter(today.plusYears(YEARS))) {
      return refused(Refusal.invalid("first", "recurring.first.wrong"));
    }
    if (until != null && until.isBefore(first)) {
      return refused(Refusal.invalid("until", "recurring.until.wrong"));
    }
    if (!like.whole()) {
      return refused(Refusal.conflict("recurring.unbalanced"));
    }
    if (store.going(desk.book().workspace()) >= MOST) {
      return refused(Refusal.limit("recurring.many", MOST));
    }
    var one =
        new Recurring(
            new RecurringId(Ids.fresh()),
            desk.book().workspace(),
            key,
            text,
            new Rhythm(months, first.getDayOfMonth()),
            until,
            State.ACTIVE,
            first,
            null,
            1,
            desk.pass().viewer().id(),
            like.currency(),
            like.lines());
    if (!store.add(one, clock.instant())) { // the same form at the same moment
      return done(store.byKey(one.workspace(), key).orElseThrow());
    }
    set(one, desk.pass().workspace().zone());
    record(desk, "add", one);
    return done(one.id());
  }

  /** It rings in the morning of its day, where the business is. */
  void set(Recurring one, ZoneId zone) {
    var next = one.nextOn();
    if (one.state() == State.ACTIVE && next != null) {
      timers.at(next.atTime(MORNING).atZone(zone).toInstant(), DUE, one.id().toString());
    }
  }

  /** Comes no more until it is to go on. */
  @Transactional
  public Outcome<RecurringId> pause(Desk desk, RecurringId id, int seen) {
    var one = held(desk, id);
    return one.state() == State.ACTIVE
        ? step(desk, one, seen, one.paused(null), "pause")
        : refused(MOVED);
  }

  private Recurring held(Desk desk, RecurringId id) {
    get(desk, id);
    store.lock(id);
    return get(desk, id);
  }

  private Outcome<RecurringId> step(
      Desk desk, Recurring before, int seen, Recurring after, String deed) {
    if (before.version() != seen || !store.step(after)) {
      return refused(MOVED);
    }
    timers.cancel(DUE, after.id().toString());
    set(after, desk.pass().workspace().zone());
    record(desk, deed, after);
    return done(after.id());
  }

  /** Goes on with its next day; those that passed meanwhile are left out. */
  @Transactional
  public Outcome<RecurringId> resume(Desk desk, RecurringId id, int seen) {
    var one = held(desk, id);
    return one.state() == State.PAUSED
        ? step(desk, one, seen, one.resumed(desk.today(clock)), "resume")
        : refused(MOVED);
  }

  /** Comes no more at all; what it proposed stays. */
  @Transactional
  public Outcome<RecurringId> end(Desk desk, RecurringId id, int seen) {
    var one = held(desk, id);
    return one.state() == State.ENDED ? refused(MOVED) : step(desk, one, seen, one.ended(), "end");
  }

  private void record(Desk desk, String deed, Recurring one) {
    audit.record(
        Deed.of("recurring", deed)
            .by(desk.pass().viewer().id().value())
            .onBehalfOf(desk.pass().workspace().organisation().value())
            .on("recurring", one.id().value())
            .moved(null, one.state().name()));
  }
}
