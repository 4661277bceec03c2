package org.diestra.work.contracts;

import java.util.EnumSet;
import java.util.Set;

/**
 * Asks whether the planned work is that of an independent contractor or, looked at honestly, that
 * of an employee. It follows the signs that courts weigh (direction, hours, tools, substitution,
 * exclusivity, integration: Spain's Estatuto de los Trabajadores, articles 1.1 and 8.1, and ILO
 * Recommendation 198, paragraph 13). It informs and is kept with the offer; it decides nothing.
 *
 * @param signs those of employment that the client said yes to
 */
public record StatusCheck(Set<Sign> signs) {
  /** One sign of employment. */
  public enum Sign {
    /** The client decides from when to when the work is done, beyond agreed overlap. */
    FIXED_HOURS,
    /** The client says how each step is done, not only what result is wanted. */
    DIRECTION,
    /** The client provides the computer, the telephone or the place. */
    TOOLS,
    /** The assistant may not send somebody else of equal skill. */
    IN_PERSON,
    /** The assistant may not work for others. */
    EXCLUSIVE,
    /** The assistant appears outside as staff and stands in the organisation's chart. */
    INTEGRATED;

    public String slug() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** What the signs add up to. */
  public enum Result {
    CLEAR,
    DOUBT,
    RISK;

    public String key() {
      return "contracts.status.result." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public StatusCheck {
    signs = Set.copyOf(signs);
  }

  /**
   * Direction together with fixed hours or exclusivity weighs most; otherwise signs are counted.
   */
  public Result result() {
    boolean grave =
        signs.contains(Sign.DIRECTION)
            && (signs.contains(Sign.FIXED_HOURS) || signs.contains(Sign.EXCLUSIVE));
    if (grave || signs.size() >= 4) {
      return Result.RISK;
    }
    return signs.size() >= 2 ? Result.DOUBT : Result.CLEAR;
  }

  public Set<Sign> sorted() {
    return signs.isEmpty() ? EnumSet.noneOf(Sign.class) : EnumSet.copyOf(signs);
  }
}
