package org.diestra.office.fields;

import java.util.Locale;

/**
 * How somebody writes numbers and dates.
 *
 * @param decimal the decimal sign, a comma or a point; where a number has both, the last one is it
 * @param order of a date's parts
 * @param locale for the names of months
 */
public record Manner(char decimal, DateOrder order, Locale locale) {
  /** Which part of a date comes first; a year of four digits in front is always known as one. */
  public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST
  }

  /** As most write in that language: 1.234,5 and 30/11/2026 in Spanish. */
  public static Manner of(Locale locale) {
    boolean spanish = locale.getLanguage().equals("es");
    return new Manner(spanish ? ',' : '.', DateOrder.DAY_FIRST, locale);
  }
}
