package org.diestra.hiring.jobs;

import java.util.Locale;

/**
 * About how much work there is.
 *
 * @param hoursWeek hours a week, 0–80; 0 where it isn't counted in hours
 * @param tasks number of tasks, 0–10 000; 0 where it isn't counted in tasks
 * @param rhythm whether those tasks come once, each week or each month
 * @param span for how long
 */
public record Volume(int hoursWeek, int tasks, Rhythm rhythm, Span span) {
  public static final int MOST_HOURS = 80;
  public static final int MOST_TASKS = 10_000;

  /** How often that many tasks come. */
  public enum Rhythm {
    ONCE,
    WEEK,
    MONTH;

    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** For how long the client expects to need somebody. */
  public enum Span {
    MONTH,
    QUARTER,
    HALF_YEAR,
    ONGOING;

    public String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Volume {
    if (hoursWeek < 0 || hoursWeek > MOST_HOURS || tasks < 0 || tasks > MOST_TASKS) {
      throw new IllegalArgumentException("out of bounds: " + hoursWeek + " h, " + tasks);
    }
  }
}
