package org.diestra.work.tasks;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.diestra.office.manuals.ProcedureId;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a task is about, as both sides agree on it.
 *
 * @param title 3–{@value #LONGEST_TITLE} characters
 * @param brief Markdown, at most {@value #LONGEST_BRIEF} characters; what is to be ticked off in it
 *     joins the checklist
 * @param procedure by which it is done, or null for a free one
 * @param criteria what it is accepted by: 1–{@value #MOST_CRITERIA}, in order
 * @param price for all of it, or null where the hours are paid
 * @param hours about how many it takes, 1–{@value #MOST_HOURS}; null where it has a price
 * @param due by when, or null for whenever
 * @param repeats how it comes again, or null for once
 * @param begins when the first of a series is due, as both agreed; null for what comes once
 */
record Work(
    String title,
    String brief,
    @Nullable ProcedureId procedure,
    List<Criterion> criteria,
    @Nullable Money price,
    @Nullable Integer hours,
    @Nullable Due due,
    @Nullable Repeat repeats,
    @Nullable Due begins) {
  static final int LONGEST_TITLE = 120;
  static final int LONGEST_BRIEF = 10_000;
  static final int MOST_CRITERIA = 12;
  static final int MOST_HOURS = 200;

  /**
   * @param id stays the same, so that a change request can cite it
   * @param text 3–{@value #LONGEST} characters
   */
  record Criterion(UUID id, String text) {
    static final int LONGEST = 300;
  }

  /**
   * @param zone in which the moment was meant
   */
  record Due(Instant at, ZoneId zone) {}

  /** Whether there is a price for it, above zero. */
  boolean priced() {
    return price != null && price.isPositive();
  }

  Work {
    criteria = List.copyOf(criteria);
    if (criteria.isEmpty() || criteria.size() > MOST_CRITERIA) {
      throw new IllegalArgumentException("criteria: " + criteria.size());
    }
    if (price != null && hours != null) {
      throw new IllegalArgumentException("a price or hours, not both: " + title);
    }
    if ((repeats == null) != (begins == null)) {
      throw new IllegalArgumentException("a series begins with a day: " + title);
    }
    if (price != null && price.minor() < 0 || hours != null && (hours < 1 || hours > MOST_HOURS)) {
      throw new IllegalArgumentException("price " + price + ", hours " + hours);
    }
  }

  /** The same for that much more, and by another day where one is given. */
  Work extended(@Nullable Money more, @Nullable Integer moreHours, @Nullable Due later) {
    return new Work(
        title,
        brief,
        procedure,
        criteria,
        price == null || more == null ? price : price.plus(more),
        hours == null || moreHours == null ? hours : Integer.valueOf(hours + moreHours),
        later == null ? due : later,
        repeats,
        begins);
  }
}
