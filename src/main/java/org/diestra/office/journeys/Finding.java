package org.diestra.office.journeys;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about a journey that somebody should look at.
 *
 * @param leg which one it is about, counted from 0 in the order of departure; −1 for all of it
 * @param grave whether it can't work as it is, rather than may not
 * @param args what the message names: texts, numbers and dates
 */
public record Finding(Sort sort, int leg, boolean grave, List<Object> args) {
  public Finding {
    args = List.copyOf(args);
  }

  /** What is wrong. */
  public enum Sort {
    OVERLAP,
    CONNECTION,
    ELSEWHERE,
    MEETING,
    EXPIRES,
    TWICE,
    NEVER;

    public String key() {
      return "journeys.finding." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static Finding grave(Sort sort, int leg, Object... args) {
    return new Finding(sort, leg, true, List.of(args));
  }

  static Finding mild(Sort sort, int leg, Object... args) {
    return new Finding(sort, leg, false, List.of(args));
  }

  public @Nullable Object[] values() {
    return args.toArray();
  }
}
