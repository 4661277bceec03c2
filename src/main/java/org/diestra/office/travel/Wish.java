package org.diestra.office.travel;

import java.time.LocalDate;
import java.util.Currency;
import org.diestra.office.journeys.Cabin;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param title 1 to {@value #LONGEST_TITLE} characters
 * @param travellers who goes, by name
 * @param heads how many, 1 to {@value #MOST_HEADS}
 * @param returns the last day, or null for one way
 * @param flexible days by which both may move, 0 to {@value #MOST_FLEXIBLE}
 * @param budget for all of it, or null where nobody said
 * @param currency in which amounts are read that name none
 * @param cabin the highest class that is wanted, or null
 * @param notes what else matters, such as a meeting to be there for
 */
record Wish(
    String title,
    String travellers,
    int heads,
    String origin,
    String destination,
    LocalDate leaves,
    @Nullable LocalDate returns,
    int flexible,
    @Nullable Money budget,
    Currency currency,
    @Nullable Cabin cabin,
    String notes) {
  static final int LONGEST_TITLE = 120;
  static final int LONGEST_NAMES = 300;
  static final int LONGEST_PLACE = 120;
  static final int LONGEST_NOTES = 2000;
  static final int MOST_HEADS = 20;
  static final int MOST_FLEXIBLE = 14;
}
