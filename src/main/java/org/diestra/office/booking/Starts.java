package org.diestra.office.booking;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Starts of appointments as browsers send them back. */
final class Starts {
  private static final Duration FAR = Duration.ofDays(3 * 366);

  private Starts() {}

  /** Null for what is no moment of a few years around this one, whatever it means to be. */
  static @Nullable Instant read(@Nullable String text, Instant now) {
    try {
      var start = text == null ? null : Instant.parse(text);
      boolean near = start != null && Duration.between(now, start).abs().compareTo(FAR) <= 0;
      return near ? start : null;
    } catch (DateTimeException | ArithmeticException none) {
      return null;
    }
  }
}
