package org.diestra.work.time;

import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A billing week: from Monday 00:00 to the next one, in UTC.
 *
 * @param monday its first day
 */
record Week(LocalDate monday) implements Comparable<Week> {
  private static final Duration EDITING = Duration.ofHours(12); // into the next Monday
  private static final Duration REVIEW = Duration.ofDays(5); // to the end of Friday

  Week {
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException("no Monday: " + monday);
    }
  }

  static Week of(Instant at) {
    return of(LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  /** The one that this day belongs to. */
  static Week of(LocalDate day) {
    return new Week(day.with(previousOrSame(DayOfWeek.MONDAY)));
  }

  /** Any day of it, as it stands in an address; empty for what is none. */
  static Optional<Week> read(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(of(LocalDate.parse(text)));
    } catch (DateTimeParseException wrong) {
      return Optional.empty();
    }
  }

  Instant from() {
    return monday.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Its end, which is no more part of it. */
  Instant to() {
    return next().from();
  }

  /** When it is submitted by itself: until then the assistant writes in it. */
  Instant submitsAt() {
    return to().plus(EDITING);
  }

  /** When the client's review is over and silence has accepted. */
  Instant closesAt() {
    return to().plus(REVIEW);
  }

  /** A day before its close. */
  Instant remindsAt() {
    return closesAt().minus(Duration.ofDays(1));
  }

  Week next() {
    return new Week(monday.plusWeeks(1));
  }

  Week previous() {
    return new Week(monday.minusWeeks(1));
  }

  @Override
  public int compareTo(Week other) {
    return monday.compareTo(other.monday);
  }

  /** As it stands in addresses. */
  @Override
  public String toString() {
    return monday.toString();
  }
}
