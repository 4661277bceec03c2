package org.diestra.office.travel;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.diestra.office.travel.Trip.Live;
import org.diestra.office.travel.Trip.Requested;
import org.diestra.office.travel.Trip.Researching;
import org.diestra.office.travel.Trip.Underway;
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

/** The door to trips: what is asked for, what there is, and its end. */
@Service
class Trips {
  static final Refusal MOVED = Refusal.conflict("travel.conflict.moved");
  static final String PURGE = "travel:purge";

  /** How long documents are kept after the end. */
  static final Duration PAPERS_STAY = Duration.ofDays(30);

  static final int PAGE = 30;
  private final TripStore store;
  private final MoveStore moves;
  private final OptionStore options;
  private final TravelNotices notices;
  private final Timers timers;
  private final Audit audit;
  private final Clock clock;

  Trips(
      TripStore store,
      MoveStore moves,
      OptionStore options,
      TravelNotices notices,
      Timers timers,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.moves = moves;
    this.options = options;
    this.notices = notices;
    this.timers = timers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws NotFound if there is none in that workspace
   */
  @Transactional(readOnly = true)
  public Trip get(Desk desk, TripId id) {
    return store.find(desk.pass().workspace().id(), id, false).orElseThrow(NotFound::new);
  }

  /**
   * The same, and nobody moves it until the transaction ends.
   *
   * @throws NotFound if there is none in that workspace
   */
  Trip held(Desk desk, TripId id) {
    return store.find(desk.pass().workspace().id(), id, true).orElseThrow(NotFound::new);
  }

  /** One more than a page holds, the latest first. */
  @Transactional(readOnly = true)
  public List<Trip> list(
      Desk desk, boolean over, @Nullable LocalDate leaves, @Nullable UUID after) {
    var mark = leaves == null || after == null ? null : new TripStore.Mark(leaves, after);
    return store.list(desk.pass().workspace().id(), over, mark, PAGE + 1);
  }

  @Transactional(readOnly = true)
  public List<MoveStore.Move> moves(Trip trip) {
    return moves.of(trip.facts().id());
  }

  @Transactional(readOnly = true)
  public List<Option> options(Trip trip) {
    return options.of(trip.facts().id());
  }

  /** The same form again asks for nothing more. */
  @Transactional
  public TripId ask(Desk desk, UUID key, Wish wish) {
    var id = new TripId(Ids.fresh());
    var workspace = desk.pass().workspace().id();
    var facts = new Trip.Facts(id, workspace, key, wish, 1, now(), desk.me(), 0, null);
    var trip = new Requested(facts);
    if (!store.add(trip)) {
      return store.byKey(workspace, key).orElseThrow(NotFound::new);
    }
    record(desk, "ask", null, trip);
    notices.asked(desk, trip);
    return id;
  }

  /** Other wishes, while options are still being looked for. */
  @Transactional
  public Outcome<TripId> ask(Desk desk, TripId id, int seen, Wish wish) {
    var before = held(desk, id);
    if (before.facts().version() != seen) {
      return refused(MOVED);
    }
    var facts = before.facts().asking(wish, now());
    Trip after;
    switch (before) {
      case Requested it -> after = new Requested(facts);
      case Researching it -> after = new Researching(facts, it.why());
      default -> {
        return refused(MOVED);
      }
    }
    store.rewrite(before, after, desk.me());
    record(desk, "rewrite", before, after);
    notices.rewritten(desk, after);
    return done(id);
  }

  /**
   * It will not be: by one of the client’s who decide, or by who asked before anything was sent.
   *
   * @throws NotFound if the person may not
   */
  @Transactional
  public Outcome<TripId> cancel(Desk desk, TripId id, int seen, String why) {
    var before = held(desk, id);
    if (!mayCancel(desk, before)) {
      throw new NotFound();
    }
    if (!(before instanceof Live live) || before.facts().version() != seen) {
      return refused(MOVED);
    }
    end(desk, before, live.cancel(now()), "cancel", why);
    notices.cancelled(desk, before);
    return done(id);
  }

  static boolean mayCancel(Desk desk, Trip trip) {
    boolean early = trip instanceof Requested || trip instanceof Researching;
    return desk.decides() || early && trip.facts().madeBy().equals(desk.me());
  }

  /** Somebody is back; what is kept of documents goes in a month. */
  @Transactional
  public Outcome<TripId> close(Desk desk, TripId id, int seen) {
    var before = held(desk, id);
    if (!(before instanceof Underway underway) || before.facts().version() != seen) {
      return refused(MOVED);
    }
    end(desk, before, underway.close(now()), "close", null);
    return done(id);
  }

  private void end(Desk desk, Trip before, Trip after, String deed, @Nullable String words) {
    move(desk, before, after, deed, words);
    timers.at(after.facts().since().plus(PAPERS_STAY), PURGE, after.facts().id().toString());
    timers.at(after.facts().since(), Departures.CALENDAR, after.facts().id().toString());
  }

  /** A step, with who made it. */
  void move(Desk desk, Trip before, Trip after, String deed, @Nullable String words) {
    store.move(before, after, desk.me(), words);
    record(desk, deed, before, after);
  }

  /** For the record of the house, which holds no word of what anybody wrote. */
  void record(Desk desk, String deed, @Nullable Trip before, Trip after) {
    audit.record(
        Deed.of("travel", deed)
            .by(desk.me().value())
            .onBehalfOf(desk.pass().workspace().organisation().value())
            .on("trip", after.facts().id().value())
            .moved(before == null ? null : before.state().name(), after.state().name()));
  }

  Instant now() {
    return clock.instant();
  }
}
