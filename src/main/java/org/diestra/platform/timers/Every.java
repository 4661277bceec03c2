package org.diestra.platform.timers;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What is done again and again: a bean of the module that owns it. It runs on behalf of the house,
 * never twice at once, and at the next turn again when it failed. However many turns were missed
 * while the house was closed, one makes up for all.
 *
 * @param name begins with the module's id: {@code jobs:expiry}
 */
public record Every(String name, Rhythm rhythm, Runnable work) {
  public Every {
    Names.check(name);
  }

  /**
   * After each run that long a pause, 1 second to 1 day. For sweeps that look what is to be done.
   */
  public static Every interval(String name, Duration pause, Runnable work) {
    return new Every(name, new Rhythm.Pause(pause), work);
  }

  /**
   * Once a day at that time; where the clocks jump over it, at the same distance after the jump.
   */
  public static Every day(String name, LocalTime at, ZoneId zone, Runnable work) {
    return new Every(name, new Rhythm.Day(at, zone), work);
  }

  /** When it is the turn again. */
  public sealed interface Rhythm {
    /** The first turn after that instant. */
    Instant after(Instant now);

    record Pause(Duration length) implements Rhythm {
      public Pause {
        if (length.compareTo(Duration.ofSeconds(1)) < 0
            || length.compareTo(Duration.ofDays(1)) > 0) {
          throw new IllegalArgumentException("a pause of " + length);
        }
      }

      @Override
      public Instant after(Instant now) {
        return now.plus(length);
      }
    }

    record Day(LocalTime at, ZoneId zone) implements Rhythm {
      @Override
      public Instant after(Instant now) {
        var today = now.atZone(zone).toLocalDate();
        var turn = today.atTime(at).atZone(zone).toInstant();
        return turn.isAfter(now) ? turn : today.plusDays(1).atTime(at).atZone(zone).toInstant();
      }
    }
  }
}
