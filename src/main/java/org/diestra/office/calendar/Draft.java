package org.diestra.office.calendar;

import java.time.LocalDate;
import org.diestra.platform.icalendar.Repeats;
import org.diestra.platform.icalendar.Timing;
import org.diestra.platform.icalendar.When;
import org.jspecify.annotations.Nullable;

/**
 * An event as somebody typed it.
 *
 * @param repeat how it comes again
 * @param hidden whether others see only that the time is taken
 * @param free whether it takes no time
 * @param remind minutes before it begins, or null for not at all
 */
record Draft(
    String title,
    When start,
    Timing.Length length,
    Repeat repeat,
    String place,
    String notes,
    boolean hidden,
    boolean free,
    @Nullable Integer remind) {
  static final int LONGEST_TITLE = 200;
  static final int LONGEST_PLACE = 200;
  static final int LONGEST_NOTES = 10_000;
  static final int MOST_EVERY = 99;
  static final int MOST_TIMES = 1000;

  /** How it comes again, if it does. */
  sealed interface Repeat {
    /** Once. */
    record Never() implements Repeat {}

    /** By the rule that it has, which no form can show. */
    record AsItIs() implements Repeat {}

    /**
     * @param every 1 to {@value Draft#MOST_EVERY}
     * @param until the last day, or null
     * @param times how often in all, or null
     */
    record By(Repeats kind, int every, @Nullable LocalDate until, @Nullable Integer times)
        implements Repeat {}
  }

  /** Which times of a series a change is meant for. */
  enum Scope {
    THIS,
    FOLLOWING,
    ALL;

    String slug() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Scope of(@Nullable String slug) {
      for (var scope : values()) {
        if (scope.slug().equals(slug)) {
          return scope;
        }
      }
      return THIS;
    }
  }
}
