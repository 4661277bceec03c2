package org.diestra.office.travel;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.diestra.office.journeys.Journey;
import org.diestra.office.travel.Trip.Authorised;
import org.diestra.office.travel.Trip.Booked;
import org.diestra.office.travel.Trip.Booking;
import org.diestra.office.travel.Trip.PriceChanged;
import org.diestra.office.travel.Trip.Requested;
import org.diestra.office.travel.Trip.Written;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for whoever prepares a trip: options, the sheet of them, and the booking. */
@Service
class Research {
  private final Trips trips;
  private final OptionStore options;
  private final LegStore legs;
  private final Departures departures;
  private final TravelNotices notices;

  Research(
      Trips trips,
      OptionStore options,
      LegStore legs,
      Departures departures,
      TravelNotices notices) {
    this.trips = trips;
    this.options = options;
    this.legs = legs;
    this.departures = departures;
    this.notices = notices;
  }

  /** Somebody takes it on. */
  @Transactional
  public Outcome<TripId> begin(Desk desk, TripId id, int seen) {
    if (!(trips.held(desk, id) instanceof Requested asked) || asked.facts().version() != seen) {
      return refused(Trips.MOVED);
    }
    var after = asked.research(desk.me(), trips.now());
    trips.move(desk, asked, after, "research", null);
    return done(id);
  }

  /**
   * Writes an option, or what it says now.
   *
   * @param which the one that is written anew, or null for another
   * @param seen when what was read of it had been written; empty for another
   * @throws NotFound if that one is not there
   */
  @Transactional
  public Outcome<OptionId> put(
      Desk desk, TripId id, @Nullable OptionId which, String seen, Found found) {
    var trip = trips.held(desk, id);
    if (!(trip instanceof Written)) {
      return refused(Trips.MOVED);
    }
    if (found.legs().size() > Option.MOST_LEGS) {
      return refused(Refusal.invalid("legs", "travel.legs.many", Option.MOST_LEGS));
    }
    var there = options.of(id);
    int place = free(there);
    if (which != null) {
      var old =
          there.stream().filter(it -> it.id().equals(which)).findFirst().orElseThrow(NotFound::new);
      if (!old.capturedAt().toString().equals(seen)) {
        return refused(Trips.MOVED);
      }
      place = old.place();
    }
    if (place > Option.MOST) {
      return refused(Refusal.limit("travel.options.many", Option.MOST));
    }
    var option = which == null ? new OptionId(Ids.fresh()) : which;
    var now = trips.now();
    options.put(
        trip.facts(),
        new Option(
            option,
            id,
            place,
            found.name(),
            found.total(),
            now,
            found.validUntil(),
            found.rules(),
            found.baggage(),
            found.source(),
            found.unfit(),
            desk.me(),
            new Journey(found.legs())),
        now);
    trips.record(desk, "option", trip, trip);
    return done(option);
  }

  private static int free(List<Option> there) {
    return IntStream.rangeClosed(1, Option.MOST)
        .filter(place -> there.stream().noneMatch(it -> it.place() == place))
        .findFirst()
        .orElse(Option.MOST + 1);
  }

  /** Takes an option from the sheet that is being written. */
  @Transactional
  public Outcome<TripId> remove(Desk desk, TripId id, OptionId which) {
    var trip = trips.held(desk, id);
    if (options.find(id, which).isEmpty()) {
      throw new NotFound();
    }
    if (!(trip instanceof Written)) {
      return refused(Trips.MOVED);
    }
    if (trip instanceof PriceChanged changed && changed.choice().option().equals(which)) {
      return refused(Refusal.conflict("travel.conflict.chosen"));
    }
    options.remove(id, which);
    trips.record(desk, "option-remove", trip, trip);
    return done(id);
  }

  /** The sheet goes to those who decide: two options or more, each of which still holds. */
  @Transactional
  public Outcome<TripId> send(Desk desk, TripId id, int seen) {
    if (!(trips.held(desk, id) instanceof Written written) || written.facts().version() != seen) {
      return refused(Trips.MOVED);
    }
    var sheet = options.of(id);
    if (sheet.size() < Option.FEWEST) {
      return refused(Refusal.invalid("options", "travel.options.few", Option.FEWEST));
    }
    var stale = sheet.stream().filter(option -> !option.holds(trips.now())).toList();
    if (!stale.isEmpty()) {
      return refused(Refusal.invalid("options", "travel.options.stale", stale.getFirst().letter()));
    }
    var after = written.send(desk.me(), trips.now());
    trips.move(desk, written, after, "send", said(sheet));
    notices.sent(desk, after);
    return done(id);
  }

  /** What was on it, for the record: options are written anew when a sheet comes back. */
  private static String said(List<Option> sheet) {
    return sheet.stream()
        .map(option -> option.letter() + " " + option.name() + ", " + option.total())
        .collect(Collectors.joining(" · "));
  }

  /**
   * It is booked at that price, unless that is more than was allowed: then it goes back.
   *
   * @param price in the currency of what was chosen
   * @param lookedAgain whether the price was seen again after it had run out
   */
  @Transactional
  public Outcome<Trip> book(
      Desk desk, TripId id, int seen, Money price, String code, boolean lookedAgain) {
    if (!(trips.held(desk, id) instanceof Authorised held) || held.facts().version() != seen) {
      return refused(Trips.MOVED);
    }
    if (!price.currency().equals(held.choice().total().currency()) || !price.isPositive()) {
      return refused(Refusal.invalid("price", "travel.price.missing"));
    }
    var option = options.find(id, held.choice().option()).orElseThrow(NotFound::new);
    if (!option.holds(trips.now()) && !lookedAgain) {
      return refused(Refusal.invalid("again", "travel.price.again"));
    }
    var after = held.book(new Booking(price, code, desk.me()), trips.now());
    trips.move(desk, held, after, after instanceof Booked ? "book" : "price", price.toString());
    if (after instanceof Booked booked) {
      option
          .journey()
          .legs()
          .forEach(leg -> legs.add(held.facts(), null, leg, desk.me(), trips.now()));
      departures.watch(booked);
      notices.booked(desk, booked);
    } else if (after instanceof PriceChanged changed) {
      dearer(changed, option, desk);
      notices.dearer(desk, changed);
    }
    return done(after);
  }

  /** The option says what it costs now; how long that holds is still to be said. */
  private void dearer(PriceChanged trip, Option option, Desk desk) {
    var now = trips.now();
    options.put(
        trip.facts(),
        new Option(
            option.id(),
            option.trip(),
            option.place(),
            option.name(),
            trip.price(),
            now,
            now,
            option.rules(),
            option.baggage(),
            option.source(),
            option.unfit(),
            desk.me(),
            option.journey()),
        now);
  }
}
