package org.diestra.platform.banking;

import java.util.Currency;
import java.util.Locale;

/**
 * The account whose statement is expected.
 *
 * @param number its IBAN or the number of its own country, letters and digits alone; empty where
 *     nobody has said it, and then every account is taken for it
 * @param currency ISO 4217
 */
public record OwnAccount(String number, Currency currency) {
  private static final int TELLING = 6; // signs of a number that may be enough

  public OwnAccount {
    number = plain(number);
  }

  private static String plain(String number) {
    return number.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
  }

  /** Whether a statement is of this account, however its bank writes the number. */
  boolean is(String named) {
    return number.isEmpty() || number.equals(plain(named));
  }

  /**
   * The same for files older than the IBAN, which name a part of the number, or a bank before it.
   */
  boolean isLike(String named) {
    var other = plain(named);
    var bare = other.replaceFirst("^0+", "");
    return is(named)
        || bare.length() >= TELLING && number.contains(bare)
        || number.length() >= TELLING && other.contains(number);
  }
}
