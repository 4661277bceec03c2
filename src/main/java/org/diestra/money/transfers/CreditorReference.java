package org.diestra.money.transfers;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A structured creditor reference (ISO 11649): RF, two check digits by ISO 7064 mod 97-10, and here
 * ten digits, so that it can be typed on any keypad and said over a telephone.
 *
 * @param text without spaces, 14 characters
 */
record CreditorReference(String text) {
  private static final int DIGITS = 10;
  private static final Pattern WHOLE = Pattern.compile("RF[0-9]{2}[1-9][0-9]{9}");

  /** What may stand between its characters where a bank or a person broke it up. */
  private static final Pattern GAPS = Pattern.compile("[^0-9A-Z]+");

  private static final Pattern WITHIN = Pattern.compile("(?=(RF[0-9]{12}))");
  private static final BigInteger MODULUS = BigInteger.valueOf(97);
  private static final SecureRandom RANDOM = new SecureRandom();

  CreditorReference {
    if (!valid(text)) {
      throw new IllegalArgumentException("not a reference: " + text);
    }
  }

  /** A new one; whoever keeps it sees to it that there is no second. */
  static CreditorReference fresh() {
    long lowest = 1_000_000_000L; // never a zero in front, which spreadsheets would take away
    return of(String.valueOf(lowest + RANDOM.nextLong(9 * lowest)));
  }

  static CreditorReference of(String digits) {
    int check = 98 - remainder(digits + "RF00");
    return new CreditorReference("RF%02d%s".formatted(check, digits));
  }

  /**
   * All that stand in a text, whatever is around them and however they are broken up or spelt. A
   * number of some other kind passes with one chance in 97, and is then no reference of ours.
   */
  static Set<CreditorReference> in(Collection<String> texts) {
    var found = new LinkedHashSet<CreditorReference>();
    for (var text : texts) {
      var plain = GAPS.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("");
      var all = WITHIN.matcher(plain);
      while (all.find()) {
        var one = plain.substring(all.start(1), all.end(1));
        if (valid(one)) {
          found.add(new CreditorReference(one));
        }
      }
    }
    return found;
  }

  /** In groups of four, as it is printed (ISO 11649, 5.3). */
  String grouped() {
    return text.replaceAll("(.{4})(?=.)", "$1 ");
  }

  private static boolean valid(String text) {
    return text.length() == DIGITS + 4
        && WHOLE.matcher(text).matches()
        && remainder(text.substring(4) + text.substring(0, 4)) == 1;
  }

  private static int remainder(String text) {
    var digits = new StringBuilder();
    text.chars().forEach(c -> digits.append(Character.digit(c, 36)));
    return new BigInteger(digits.toString()).mod(MODULUS).intValue();
  }
}
