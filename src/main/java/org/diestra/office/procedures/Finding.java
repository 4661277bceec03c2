package org.diestra.office.procedures;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a change is no mere correction.
 *
 * @param least what the new version must be at least
 * @param where the title of the step it stands in, or null for what stands above the steps
 * @param was what it said, empty where it is new
 * @param is what it says now, empty where it is gone
 */
public record Finding(Kind kind, Change least, @Nullable String where, String was, String is) {

  /** What was found to differ. */
  public enum Kind {
    NUMBERS,
    LINKS,
    FILES,
    DATES,
    NEGATIONS,
    DUTIES,
    LIMITS,
    CONDITIONS,
    STEPS,
    ORDER,
    QUIZ;

    /** The message that names it. */
    public String key() {
      return "procedures.finding." + name().toLowerCase(Locale.ROOT);
    }
  }
}
