package org.diestra.office.journeys;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Legs in the order in which they are left for.
 *
 * @param legs sorted
 */
public record Journey(List<Leg> legs) {
  /** Between two flights within a country, and where one of them crosses a border. */
  static final int DOMESTIC = 45; // minutes

  static final int INTERNATIONAL = 90; // minutes
  static final int TRAINS = 15; // minutes
  static final int TO_FLIGHT = 120; // minutes, from anything else to a plane
  static final int FROM_FLIGHT = 60; // minutes, from a plane to anything else
  private static final Duration SAME_TRIP = Duration.ofHours(24);

  /** Months for which many countries want a passport to last beyond the journey. */
  static final int PASSPORT_MONTHS = 6;

  public Journey {
    legs = legs.stream().sorted(Comparator.comparing(leg -> leg.from().at())).toList();
  }

  public boolean empty() {
    return legs.isEmpty();
  }

  /** Those on which somebody is on the way. */
  public List<Leg> moves() {
    return legs.stream().filter(leg -> leg.means().moves()).toList();
  }

  public Optional<Instant> begins() {
    return legs.stream().map(leg -> leg.from().at()).min(Comparator.naturalOrder());
  }

  public Optional<Instant> ends() {
    return legs.stream().map(leg -> leg.to().at()).max(Comparator.naturalOrder());
  }

  /**
   * What is travelled in one go: on the way out, on the way back. A stay of a day, or the way back
   * to where the last leg began, parts two.
   */
  public List<Journey> runs() {
    var runs = new ArrayList<Journey>();
    var run = new ArrayList<Leg>();
    for (var leg : moves()) {
      if (!run.isEmpty() && !onward(run.getLast(), leg)) {
        runs.add(new Journey(run));
        run.clear();
      }
      run.add(leg);
    }
    if (!run.isEmpty()) {
      runs.add(new Journey(run));
    }
    return runs;
  }

  /**
   * How often one changes: a leg that goes on within a day of the last, not back from where it led.
   */
  public int changes() {
    return runs().stream().mapToInt(run -> run.legs().size() - 1).sum();
  }

  private static boolean onward(Leg before, Leg next) {
    var gap = Duration.between(before.to().at(), next.from().at());
    return gap.compareTo(SAME_TRIP) < 0 && !next.to().sameAs(before.from());
  }

  /** For one traveller, in kg; empty where of no leg it can be said. */
  public Optional<Long> carbon() {
    var known = legs.stream().flatMap(leg -> Carbon.of(leg).stream()).toList();
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(known.stream().mapToLong(Carbon::kg).sum());
  }

  /** How many legs that move are not in {@link #carbon}. */
  public long uncounted() {
    return legs.stream()
        .filter(leg -> leg.means() != Means.HOTEL && Carbon.of(leg).isEmpty())
        .count();
  }

  /**
   * A time somebody has promised to be elsewhere.
   *
   * @param title where it stands
   */
  public record Meeting(String title, Instant from) {}

  /** What doesn't work or may not, in the order of the legs. */
  public List<Finding> findings(Collection<Meeting> meetings) {
    var found = new ArrayList<Finding>();
    for (int i = 0; i < legs.size(); i++) {
      clocks(i, legs.get(i).from(), found);
      clocks(i, legs.get(i).to(), found);
      for (int j = 0; j < i; j++) {
        overlap(j, i, found);
      }
      connection(i, found);
      meetings(i, meetings, found);
    }
    return found;
  }

  private static void clocks(int at, Stop stop, List<Finding> found) {
    int offsets = stop.zone().getRules().getValidOffsets(stop.local()).size();
    if (offsets == 0) {
      found.add(Finding.grave(Finding.Sort.NEVER, at, hour(stop), stop.name()));
    } else if (offsets > 1) {
      found.add(Finding.mild(Finding.Sort.TWICE, at, hour(stop), stop.name()));
    }
  }

  private static String hour(Stop stop) {
    return stop.local().toLocalTime().toString();
  }

  private void overlap(int one, int other, List<Finding> found) {
    var before = legs.get(one);
    var after = legs.get(other);
    boolean alike =
        before.means().moves() && after.means().moves()
            || before.means() == Means.HOTEL && after.means() == Means.HOTEL;
    if (alike && after.from().at().isBefore(before.to().at())) {
      found.add(Finding.grave(Finding.Sort.OVERLAP, other, name(before), name(after)));
    }
  }

  private static String name(Leg leg) {
    return leg.called().isEmpty() ? leg.route() : leg.called();
  }

  private void connection(int at, List<Finding> found) {
    var next = legs.get(at);
    var before =
        next.means().moves()
            ? legs.subList(0, at).stream()
                .filter(leg -> leg.means().moves())
                .max(Comparator.comparing(leg -> leg.to().at()))
            : Optional.<Leg>empty();
    if (before.isEmpty()) {
      return;
    }
    var gap = Duration.between(before.get().to().at(), next.from().at());
    if (gap.isNegative() || gap.compareTo(SAME_TRIP) >= 0) {
      return;
    }
    int least = least(before.get(), next);
    if (gap.toMinutes() < least) {
      found.add(
          Finding.grave(
              Finding.Sort.CONNECTION,
              at,
              gap.toMinutes(),
              next.from().label(),
              least,
              name(next)));
    }
    if (next.means() == Means.FLIGHT
        && before.get().means() == Means.FLIGHT
        && !before.get().to().sameAs(next.from())) {
      found.add(
          Finding.mild(Finding.Sort.ELSEWHERE, at, before.get().to().label(), next.from().label()));
    }
  }

  /** The least time between two legs, in minutes, unless somebody knows better. */
  static int least(Leg before, Leg next) {
    if (next.means() == Means.FLIGHT) {
      if (before.means() != Means.FLIGHT) {
        return TO_FLIGHT;
      }
      return within(before) && within(next) ? DOMESTIC : INTERNATIONAL;
    }
    return before.means() == Means.FLIGHT ? FROM_FLIGHT : TRAINS;
  }

  private static boolean within(Leg leg) {
    var from = Places.find(leg.from().code()).map(Place::country);
    return from.isPresent() && from.equals(Places.find(leg.to().code()).map(Place::country));
  }

  private static boolean abroad(Leg leg) {
    var from = Places.find(leg.from().code()).map(Place::country);
    var to = Places.find(leg.to().code()).map(Place::country);
    return from.isPresent() && to.isPresent() && !from.equals(to);
  }

  private void meetings(int at, Collection<Meeting> meetings, List<Finding> found) {
    var leg = legs.get(at);
    if (!leg.means().moves()) {
      return;
    }
    for (var meeting : meetings) {
      if (!meeting.from().isBefore(leg.from().at()) && meeting.from().isBefore(leg.to().at())) {
        found.add(
            Finding.grave(Finding.Sort.MEETING, at, name(leg), meeting.title(), meeting.from()));
      }
    }
  }

  /**
   * Whether a document that lasts until that day is too short for it. Within one country nobody
   * asks for it, and where nobody knows the countries nothing is said.
   *
   * @param which tells it from others without saying whose it is
   */
  public Optional<Finding> expires(String which, LocalDate until) {
    var end =
        legs.stream().map(leg -> leg.to().local().toLocalDate()).max(Comparator.naturalOrder());
    boolean abroad = legs.stream().anyMatch(leg -> leg.means().moves() && abroad(leg));
    return end.filter(day -> abroad && until.isBefore(day.plusMonths(PASSPORT_MONTHS)))
        .map(day ->
            until.isBefore(day)
                ? Finding.grave(Finding.Sort.EXPIRES, -1, which)
                : Finding.mild(Finding.Sort.EXPIRES, -1, which));
  }
}
