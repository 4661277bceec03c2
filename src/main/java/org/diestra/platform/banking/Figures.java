package org.diestra.platform.banking;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.regex.Pattern;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/** Amounts and days as the older formats write them. */
final class Figures {
  private static final Pattern AMOUNT = Pattern.compile("[-+]?[0-9]{1,15}([.,][0-9]{0,5})?");

  private Figures() {}

  /** With a point or a comma, and a sign where there is one. */
  static Money amount(String text, Currency currency, int line) throws Unreadable {
    if (!AMOUNT.matcher(text).matches()) {
      throw new Unreadable("banking.file.amount", line);
    }
    try {
      return Money.of(new BigDecimal(text.replace(',', '.')), currency);
    } catch (ArithmeticException tooFineOrLarge) {
      throw new Unreadable("banking.file.amount", line);
    }
  }

  /** Of eight digits, year first; what stands behind them is its time. */
  static LocalDate day(String text, int line) throws Unreadable {
    if (text.length() < 8 || !text.substring(0, 8).matches("[0-9]{8}")) {
      throw new Unreadable("banking.file.date", line);
    }
    try {
      return LocalDate.of(
          Integer.parseInt(text.substring(0, 4)),
          Integer.parseInt(text.substring(4, 6)),
          Integer.parseInt(text.substring(6, 8)));
    } catch (DateTimeException none) {
      throw new Unreadable("banking.file.date", line);
    }
  }

  /** The same of what a file says besides; null where that is no day. */
  static @Nullable LocalDate dayOrNull(String text) {
    try {
      return day(text.replace("-", ""), 0);
    } catch (Unreadable none) {
      return null;
    }
  }

  /** Of two days the later one: some banks put their latest statement first. */
  static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || other != null && other.isAfter(one) ? other : one;
  }

  /** Holds what there was before against what moved and what there is after. */
  static void requireSum(Money before, Money moved, Money after) throws Unreadable {
    if (!before.plus(moved).equals(after)) {
      throw new Unreadable("banking.file.balances", before, moved, after);
    }
  }
}
