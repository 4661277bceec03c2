package org.diestra.office.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days with their free times, on the clock of whoever chooses.
 *
 * @param zone whose clock it is
 * @param there the service's
 * @param from where it begins
 * @param previous where the days before begin, or null
 * @param next where the days after begin, or null
 * @param readable whether the times could be found at all
 * @param full days of the service's zone on which nothing is left
 */
record Picker(
    ZoneId zone,
    ZoneId there,
    LocalDate from,
    List<Day> days,
    @Nullable LocalDate previous,
    @Nullable LocalDate next,
    boolean readable,
    List<LocalDate> full) {

  /** A day on the chooser's calendar. */
  record Day(LocalDate date, List<Instant> starts) {}

  Instant noon(LocalDate date) {
    return date.atTime(12, 0).atZone(zone).toInstant();
  }

  boolean elsewhere(Instant at) {
    return !zone.getRules().getOffset(at).equals(there.getRules().getOffset(at));
  }
}
