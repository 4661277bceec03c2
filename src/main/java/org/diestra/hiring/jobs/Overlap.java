package org.diestra.hiring.jobs;

import org.diestra.platform.base.WorkWeek;
import org.jspecify.annotations.Nullable;

/**
 * How much of the client's week both have to be at work.
 *
 * @param week the client's hours, or null where it does not matter when the work is done
 * @param hours hours a week worked at the same time, 0–60
 */
public record Overlap(@Nullable WorkWeek week, int hours) {
  public static final int MOST_HOURS = 60;

  /** The work can be done at any hour. */
  public static final Overlap NONE = new Overlap(null, 0);

  public Overlap {
    if (hours < 0 || hours > MOST_HOURS || (week == null) != (hours == 0)) {
      throw new IllegalArgumentException("hours to share need a week: " + hours);
    }
  }
}
