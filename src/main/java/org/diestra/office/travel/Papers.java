package org.diestra.office.travel;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.journeys.Journey;
import org.diestra.office.travel.Trip.Cancelled;
import org.diestra.office.travel.Trip.Closed;
import org.diestra.office.travel.Trip.Underway;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.data.Seal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The door to what is kept sealed of a trip. */
@Service
class Papers {
  private static final String PURPOSE = "travel:papers";
  private final PaperStore store;
  private final TripStore tripStore;
  private final LegStore legs;
  private final Trips trips;
  private final Seal seal;
  private final JsonMapper json;
  private final HouseRights house;
  private final Audit audit;

  Papers(
      PaperStore store,
      TripStore tripStore,
      LegStore legs,
      Trips trips,
      Seal seal,
      JsonMapper json,
      HouseRights house,
      Audit audit) {
    this.store = store;
    this.tripStore = tripStore;
    this.legs = legs;
    this.trips = trips;
    this.seal = seal;
    this.json = json;
    this.house = house;
    this.audit = audit;
  }

  /** What is sealed, and how often it was written; 0 where there is nothing. */
  record Found(Pouch pouch, int version) {}

  /** Asks for a trip, and seals what somebody carries on it. The same form again asks once. */
  @Transactional
  public TripId ask(Desk desk, UUID key, Wish wish, Pouch pouch) {
    var id = trips.ask(desk, key, wish);
    if (!pouch.empty() && store.find(id).isEmpty()) {
      put(desk, id, 0, pouch);
    }
    return id;
  }

  /** For a page that shows no number of it. */
  @Transactional(readOnly = true)
  public Found of(Trip trip) {
    var id = trip.facts().id();
    return store
        .find(id)
        .map(sealed -> new Found(read(id, sealed.bytes()), sealed.version()))
        .orElse(new Found(Pouch.EMPTY, 0));
  }

  private Pouch read(TripId id, byte[] sealed) {
    return json.readValue(seal.open(PURPOSE, id.value(), sealed), Pouch.class);
  }

  /** For somebody who reads the numbers, which is written down. */
  @Transactional
  public Found open(Desk desk, TripId id) {
    var trip = trips.get(desk, id);
    store.opened(trip.facts(), desk.me(), trips.now());
    trips.record(desk, "open-papers", trip, trip);
    return of(trip);
  }

  @Transactional(readOnly = true)
  public List<PaperStore.Opening> openings(Trip trip) {
    return store.openings(trip.facts().id());
  }

  /** In place of what was sealed; nothing more once the trip is over. */
  @Transactional
  public Outcome<TripId> put(Desk desk, TripId id, int seen, Pouch pouch) {
    var trip = trips.held(desk, id);
    if (over(trip)) {
      return refused(Trips.MOVED);
    }
    var sealed = seal.close(PURPOSE, id.value(), json.writeValueAsBytes(pouch));
    if (!store.put(trip.facts(), sealed, seen, desk.me(), trips.now())) {
      return refused(Trips.MOVED);
    }
    trips.record(desk, "papers", trip, trip);
    return done(id);
  }

  static boolean over(Trip trip) {
    return trip instanceof Closed || trip instanceof Cancelled;
  }

  /**
   * When it was closed or called off, or its last ride arrived; empty while it is being planned.
   */
  private Optional<Instant> ended(Trip trip) {
    if (over(trip)) {
      return Optional.of(trip.facts().since());
    }
    var rides = legs.ofItinerary(trip.facts().id()).stream().map(LegStore.Kept::leg).toList();
    return trip instanceof Underway ? new Journey(rides).ends() : Optional.empty();
  }

  /** A month after the end nothing of it is left. Once more changes nothing. */
  @Transactional
  public void purge(TripId id) {
    house.call(() -> {
      var due =
          tripStore
              .find(id)
              .flatMap(this::ended)
              .filter(end -> !end.plus(Trips.PAPERS_STAY).isAfter(trips.now()));
      if (due.isPresent() && store.purge(id)) {
        audit.record(Deed.of("travel", "purge").on("trip", id.value()));
      }
      return id;
    });
  }
}
