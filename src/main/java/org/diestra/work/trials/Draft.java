package org.diestra.work.trials;

import java.time.LocalDate;
import java.util.List;
import org.diestra.platform.base.Money;

/**
 * What a client is about to ask.
 *
 * @param what is to be done, Markdown, {@value #SHORTEST}–{@value #LONGEST} characters
 * @param criteria what it is accepted by: 1–{@value #MOST_CRITERIA}, of {@value
 *     #SHORTEST_CRITERION}–{@value #LONGEST_CRITERION} characters
 * @param hours the most it may take, from 1
 * @param price above zero, in the bid's currency
 * @param dueOn from the day after tomorrow to {@value #LATEST} days ahead, on the client's calendar
 * @param language of record, es or en
 * @param law that governs it, 2–120 characters
 */
record Draft(
    String what,
    List<String> criteria,
    int hours,
    Money price,
    LocalDate dueOn,
    String language,
    String law) {
  static final int SHORTEST = 20;
  static final int LONGEST = 6_000;
  static final int MOST_CRITERIA = 8;
  static final int SHORTEST_CRITERION = 3;
  static final int LONGEST_CRITERION = 300;
  static final int LATEST = 30;

  Draft {
    criteria = List.copyOf(criteria);
  }
}
