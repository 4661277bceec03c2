package org.diestra.platform.base;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;

/** When a day by which something is due is over. */
public final class Deadline {
  private static final LocalTime LAST = LocalTime.of(23, 59, 59);

  private Deadline() {}

  /**
   * The last second of a day, in whichever of the parties' zones it comes last.
   *
   * @param from the day of this instant, as each zone counts it, is day 0
   * @param days 0 or more
   * @param zones those of everybody it binds, at least one
   */
  public static Instant after(Instant from, long days, Collection<ZoneId> zones) {
    return zones.stream()
        .map(zone ->
            LocalDate.ofInstant(from, zone)
                .plusDays(days)
                .atTime(LAST)
                .atZone(zone)
                .withLaterOffsetAtOverlap())
        .map(end -> end.toInstant())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** The last second of that day, in whichever of the parties' zones it comes last. */
  public static Instant of(LocalDate day, Collection<ZoneId> zones) {
    return zones.stream()
        .map(zone -> day.atTime(LAST).atZone(zone).withLaterOffsetAtOverlap().toInstant())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** The zone in which that moment is the last second of a day. */
  public static ZoneId zone(Instant deadline, Collection<ZoneId> zones) {
    return zones.stream()
        .filter(zone -> deadline.atZone(zone).toLocalTime().equals(LAST))
        .findFirst()
        .or(() -> zones.stream().findFirst())
        .orElseThrow();
  }
}
