package org.diestra.office.journeys;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Tells whether a text holds the number of a payment card, which is kept nowhere in travel: digits
 * in the ranges and lengths that card schemes give out, whose check digit is right (ISO/IEC 7812-1,
 * annex B). Ticket and loyalty numbers mostly begin otherwise.
 */
public final class CardNumbers {
  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;
  private static final Pattern RUN = Pattern.compile("\\p{Nd}[\\p{Nd} .\\-\\u00a0]{11,400}\\p{Nd}");
  private static final Pattern GAP = Pattern.compile("[^\\p{Nd}]+");
  private static final Pattern GIVEN_OUT =
      Pattern.compile(
          "4(\\d{12}|\\d{15}|\\d{18})" // Visa
              + "|(5[1-5]|222[1-9]|22[3-9]\\d|2[3-6]\\d\\d|27[01]\\d|2720)\\d+(?<=^\\d{16})"
              + "|3[47]\\d{13}" // American Express
              + "|3(0[0-5]|[689]\\d)\\d{11}" // Diners Club
              + "|35(2[89]|[3-8]\\d)\\d{12}" // JCB
              + "|6(011|4[4-9]\\d|5\\d\\d|2\\d\\d)\\d{12,15}" // Discover, UnionPay
              + "|(50|5[6-8]|63|67)\\d{14,17}"); // Maestro

  private CardNumbers() {}

  /** However it is parted by spaces, dots or strokes, and whatever stands behind it. */
  public static boolean in(String text) {
    return RUN.matcher(text).results().anyMatch(run -> within(run.group()));
  }

  private static boolean within(String run) {
    var groups = GAP.split(run);
    for (int first = 0; first < groups.length; first++) {
      var digits = new StringBuilder();
      for (int last = first; last < groups.length && digits.length() < LONGEST; last++) {
        groups[last].chars().forEach(c -> digits.append(Character.digit(c, 10)));
        if (card(digits)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean card(CharSequence digits) {
    return digits.length() >= SHORTEST
        && digits.length() <= LONGEST
        && GIVEN_OUT.matcher(digits).matches()
        && sound(digits);
  }

  /** Luhn’s sum. */
  private static boolean sound(CharSequence digits) {
    var numbers = digits.chars().map(c -> c - '0').toArray();
    for (int i = numbers.length - 2; i >= 0; i -= 2) {
      numbers[i] = numbers[i] > 4 ? 2 * numbers[i] - 9 : 2 * numbers[i];
    }
    return Arrays.stream(numbers).sum() % 10 == 0;
  }
}
