package org.diestra.office.travel;

import java.time.Clock;
import org.diestra.office.journeys.Journey;
import org.diestra.office.travel.LegStore.Kept;
import org.diestra.office.travel.Trip.Booked;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows from an itinerary by its time: its calendar entries soon, its begin when it leaves.
 */
@Component
class Departures {
  static final String CALENDAR = "travel:calendar";
  static final String DEPARTS = "travel:departs";
  private final TripStore store;
  private final LegStore legs;
  private final Timers timers;
  private final HouseRights house;
  private final Clock clock;

  Departures(TripStore store, LegStore legs, Timers timers, HouseRights house, Clock clock) {
    this.store = store;
    this.legs = legs;
    this.timers = timers;
    this.house = house;
    this.clock = clock;
  }

  /** In the transaction that changed it. */
  void watch(Trip trip) {
    var key = trip.facts().id().toString();
    timers.at(trip.facts().since(), CALENDAR, key);
    journey(trip).begins().ifPresent(begin -> timers.at(begin, DEPARTS, key));
    // also where nobody ever says that it is over
    journey(trip).ends().ifPresent(end -> timers.at(end.plus(Trips.PAPERS_STAY), Trips.PURGE, key));
  }

  private Journey journey(Trip trip) {
    return new Journey(legs.ofItinerary(trip.facts().id()).stream().map(Kept::leg).toList());
  }

  /** Somebody is on the way; a trip that leaves later now has another timer for that. */
  @Transactional
  public void depart(TripId id) {
    house.call(() -> {
      var now = clock.instant();
      if (store.find(id).orElse(null) instanceof Booked booked
          && journey(booked).begins().filter(begin -> !begin.isAfter(now)).isPresent()) {
        store.move(booked, booked.depart(now), null, null);
      }
      return id;
    });
  }
}
