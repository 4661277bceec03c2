package org.diestra.platform.search;

import java.util.Locale;

/**
 * A number by which lists are narrowed or sorted, whole and at least 0. Rates of all entries are in
 * one reference currency, so that they compare.
 */
public enum Measure {
  /** Minor units of the reference currency an hour: a job's maximum, an assistant's usual rate. */
  HOURLY_RATE,
  /** Minor units of the reference currency a task. */
  TASK_RATE,
  /** Hours a week. */
  FREE_HOURS,
  /** Years. */
  EXPERIENCE,
  /** Hundredths of a star, 100–500. */
  RATING;

  String field() {
    return "measure." + name().toLowerCase(Locale.ROOT);
  }
}
