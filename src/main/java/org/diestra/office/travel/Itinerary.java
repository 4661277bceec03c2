package org.diestra.office.travel;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.diestra.office.journeys.Leg;
import org.diestra.office.journeys.LegForm;
import org.diestra.office.travel.ChangeStore.Waiting;
import org.diestra.office.travel.LegStore.Kept;
import org.diestra.office.travel.Trip.Underway;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the legs of what is booked. A shift of an hour or less is made and told; another day,
 * class or way waits for the client.
 */
@Service
class Itinerary {
  /** By how much a leg may shift before the client is asked. */
  static final Duration THRESHOLD = Duration.ofMinutes(60);

  static final int MOST_LEGS = 60;
  private final Trips trips;
  private final LegStore legs;
  private final ChangeStore changes;
  private final TravelNotices notices;
  private final Departures departures;

  Itinerary(
      Trips trips,
      LegStore legs,
      ChangeStore changes,
      TravelNotices notices,
      Departures departures) {
    this.trips = trips;
    this.legs = legs;
    this.changes = changes;
    this.notices = notices;
    this.departures = departures;
  }

  @Transactional(readOnly = true)
  public List<Kept> of(Trip trip) {
    return legs.ofItinerary(trip.facts().id());
  }

  @Transactional(readOnly = true)
  public List<Waiting> waiting(Trip trip) {
    return changes.waiting(trip.facts().id());
  }

  /** Whether what it is to change is still what it was made from. */
  @Transactional(readOnly = true)
  public boolean stands(Trip trip, Waiting change) {
    return legs.find(trip.facts().id(), change.leg())
        .filter(leg -> leg.version() == change.seen())
        .isPresent();
  }

  /**
   * @throws NotFound if there is none of that trip
   */
  @Transactional(readOnly = true)
  public Kept get(Trip trip, LegId leg) {
    return legs.find(trip.facts().id(), leg).orElseThrow(NotFound::new);
  }

  /**
   * Takes legs on. One that is there already, by number, day and places, is only completed: with
   * its booking code and seat.
   */
  @Transactional
  public Outcome<TripId> take(Desk desk, TripId id, List<Leg> more) {
    if (!(trips.held(desk, id) instanceof Underway trip)) {
      return refused(Trips.MOVED);
    }
    var there = new ArrayList<>(legs.ofItinerary(id));
    if (there.size() + more.size() > MOST_LEGS) {
      return refused(Refusal.limit("travel.itinerary.full", MOST_LEGS));
    }
    var now = trips.now();
    for (var leg : more) {
      var same = there.stream().filter(kept -> kept.leg().same(leg)).findFirst();
      if (same.isEmpty()) {
        there.add(legs.add(trip.facts(), null, leg, desk.me(), now));
        continue;
      }
      var before = same.get();
      var whole = completed(before.leg(), leg);
      if (!legs.change(id, before, whole, false, desk.me(), now)) {
        throw new IllegalStateException("has moved though it is held: " + before.id());
      }
      there.set(there.indexOf(before), before.now(whole)); // the next pass may be for the same ride
    }
    moved(desk, trip, "leg", said(more));
    return done(id);
  }

  private static String said(List<Leg> some) {
    var text = String.join(" · ", some.stream().map(Itinerary::said).toList());
    return text.substring(0, Math.min(text.length(), MoveStore.LONGEST));
  }

  private static String said(Leg leg) {
    return (leg.called() + " " + leg.route() + ", " + leg.from().local()).strip();
  }

  private static Leg completed(Leg there, Leg said) {
    return new Leg(
        there.means(),
        there.from(),
        there.to(),
        there.carrier(),
        there.number(),
        there.cabin(),
        both(there.booking(), said.booking()),
        both(there.seat(), said.seat()),
        there.note(),
        there.km());
  }

  /** Of two who travel, each has a pass of their own. */
  private static String both(String there, String said) {
    if (there.isEmpty()) {
      return said;
    }
    var joined = there + ", " + said;
    boolean known = said.isEmpty() || List.of(there.split(", ")).contains(said);
    return known || joined.length() > Leg.LONGEST_CODE ? there : joined;
  }

  /** What came of a change that somebody wants. */
  enum Change {
    MADE,
    WAITS
  }

  /**
   * Another leg in its place, or none.
   *
   * @param after null where it is to go
   */
  @Transactional
  public Outcome<Change> change(Desk desk, TripId id, LegId which, int seen, @Nullable Leg after) {
    if (!(trips.held(desk, id) instanceof Underway trip)) {
      return refused(Trips.MOVED);
    }
    var before = legs.find(id, which).orElseThrow(NotFound::new);
    if (before.version() != seen) {
      return refused(Trips.MOVED);
    }
    var about = said(before.leg()) + " → " + (after == null ? "—" : said(after));
    if (desk.decides() || after != null && slight(before, after)) {
      return make(desk, trip, before, after, about) ? done(Change.MADE) : refused(Trips.MOVED);
    }
    var form = after == null ? null : LegForm.of(after);
    var asked = changes.add(trip.facts(), before, form, cut(about), desk.me(), trips.now());
    if (asked.isEmpty()) {
      return refused(Refusal.conflict("travel.change.waits"));
    }
    trips.record(desk, "change-ask", trip, trip);
    notices.changeAsked(desk, trip, asked.get());
    return done(Change.WAITS);
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), 500));
  }

  private boolean make(Desk desk, Underway trip, Kept before, @Nullable Leg after, String about) {
    var id = trip.facts().id();
    boolean made =
        after == null
            ? legs.remove(id, before)
            : legs.change(id, before, after, desk.decides(), desk.me(), trips.now());
    if (made) {
      moved(desk, trip, "leg", about);
    }
    return made;
  }

  private void moved(Desk desk, Underway trip, String deed, String words) {
    var after = trip.changed(trips.now());
    trips.move(desk, trip, after, deed, words);
    departures.watch(after);
    notices.changed(desk, after);
  }

  /**
   * Within the threshold at both ends of where the client last saw it, however many steps led
   * there, and on the same days, by the same carrier, way and class.
   */
  static boolean slight(Kept kept, Leg after) {
    var before = kept.leg();
    return before.means() == after.means()
        && before.from().label().equals(after.from().label())
        && before.to().label().equals(after.to().label())
        && before.from().zone().equals(after.from().zone())
        && before.to().zone().equals(after.to().zone())
        && Objects.equals(before.cabin(), after.cabin())
        && before.called().equalsIgnoreCase(after.called())
        && before.from().local().toLocalDate().equals(after.from().local().toLocalDate())
        && before.to().local().toLocalDate().equals(after.to().local().toLocalDate())
        && within(Duration.between(kept.allowedFrom(), after.from().at()))
        && within(Duration.between(kept.allowedTo(), after.to().at()));
  }

  private static boolean within(Duration delta) {
    return delta.abs().compareTo(THRESHOLD) <= 0;
  }

  /**
   * The client says yes or no to a change that another wants.
   *
   * @return whether it was made: not where what it was to change is another meanwhile
   */
  @Transactional
  public Outcome<Boolean> decide(Desk desk, TripId id, UUID which, boolean allowed) {
    desk.requireDecides();
    if (!(trips.held(desk, id) instanceof Underway trip)) {
      return refused(Trips.MOVED);
    }
    var waiting = changes.waiting(id).stream().filter(c -> c.id().equals(which)).findFirst();
    if (waiting.isEmpty()) {
      return refused(Trips.MOVED);
    }
    var change = waiting.get();
    if (change.askedBy().equals(desk.me())) {
      return refused(Refusal.conflict("travel.conflict.own"));
    }
    var before = legs.find(id, change.leg());
    var form = change.after();
    var after = form == null ? null : form.read("", new Problems());
    boolean made =
        allowed
            && before.isPresent()
            && before.get().version() == change.seen()
            && (form == null || after != null)
            && make(desk, trip, before.get(), after, change.about());
    changes.decide(id, which, made, desk.me(), trips.now());
    if (!made) {
      moved(desk, trip, "change-refuse", "✗ " + change.about());
    }
    return done(made);
  }
}
