package org.diestra.office.bookkeeping;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.diestra.office.bookkeeping.Foreign.Source;
import org.diestra.office.books.AccountId;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.exchange.DayRate;
import org.jspecify.annotations.Nullable;

/**
 * An amount as it is typed into an entry: {@code 12,50}; or, in another currency, {@code 100 USD}
 * by the European Central Bank's rate for the day of the entry, {@code 100 USD @ 0.86} by a rate
 * that one says, {@code 100 USD @@ 86.00} by what it was in the currency of the books.
 *
 * @param amount in the currency of the books, above zero
 */
record TypedAmount(Money amount, @Nullable Foreign foreign) {
  private static final Pattern OTHER =
      Pattern.compile("([0-9][0-9.,'\\s]*)\\s*([A-Za-z]{3})\\s*(?:(@@?)\\s*([0-9][0-9.,'\\s]*))?");
  private static final Pattern RATE = Pattern.compile("[0-9]{1,9}([.,][0-9]{1,12})?");
  private static final int DIGITS = 12; // of a rate, before its decimal sign and behind it
  private static final Map<String, Currency> KNOWN =
      Currency.getAvailableCurrencies().stream()
          .filter(c -> c.getDefaultFractionDigits() >= 0)
          .collect(Collectors.toMap(Currency::getCurrencyCode, Function.identity()));

  /** The rates of the day of an entry, into the currency of the books. */
  interface Rates {
    Optional<DayRate> of(Currency from, LocalDate day);
  }

  static boolean isOther(String typed) {
    return OTHER.matcher(typed.strip()).matches();
  }

  /**
   * Null where there is a problem.
   *
   * @param day of the entry, or null where that can't be read either
   */
  static @Nullable TypedAmount read(
      String typed,
      Currency book,
      @Nullable LocalDate day,
      Rates rates,
      String field,
      Problems problems) {
    var plain = Money.read(typed, book).filter(Money::isPositive);
    if (plain.isPresent()) {
      return new TypedAmount(plain.get(), null);
    }
    var parts = OTHER.matcher(typed.strip());
    var currency =
        parts.matches() ? KNOWN.get(text(parts.group(2)).toUpperCase(Locale.ROOT)) : null;
    var there =
        currency == null
            ? Optional.<Money>empty()
            : Money.read(text(parts.group(1)).strip(), currency).filter(Money::isPositive);
    if (currency == null || there.isEmpty()) {
      problems.add(field, "bookkeeping.amount.wrong");
      return null;
    }
    if (currency.equals(book)) {
      return new TypedAmount(there.get(), null);
    }
    if (day == null) {
      return null; // the day is the problem
    }
    var how = text(parts.group(3));
    var rest = text(parts.group(4)).strip();
    var read = rated(there.get(), how, rest, book, day, rates);
    if (read.isEmpty() || !read.get().amount().isPositive()) {
      problems.add(
          field,
          how.isEmpty() ? "bookkeeping.amount.rate" : "bookkeeping.amount.wrong",
          currency.getCurrencyCode(),
          day);
      return null;
    }
    return read.get();
  }

  private static String text(@Nullable String group) {
    return group == null ? "" : group;
  }

  private static Optional<TypedAmount> rated(
      Money there, String how, String rest, Currency book, LocalDate day, Rates rates) {
    return switch (how) {
      case "" -> rates.of(there.currency(), day).flatMap(rate -> rated(there, rate));
      case "@" -> rated(there, rest, book, day);
      default -> Money.read(rest, book).flatMap(total -> totalled(there, total, day));
    };
  }

  /** Empty where it is more than money can be. */
  private static Optional<TypedAmount> rated(Money there, DayRate rate) {
    try {
      var foreign = new Foreign(there, rate.rate(), rate.day(), Source.ECB);
      return Optional.of(new TypedAmount(rate.convert(there), foreign));
    } catch (ArithmeticException tooLarge) {
      return Optional.empty();
    }
  }

  /** Half a minor unit is rounded away from zero. */
  private static Optional<TypedAmount> rated(
      Money there, String rest, Currency book, LocalDate day) {
    if (!RATE.matcher(rest).matches()) {
      return Optional.empty();
    }
    var rate = new BigDecimal(rest.replace(',', '.'));
    if (rate.signum() <= 0) {
      return Optional.empty();
    }
    int digits = Math.max(0, book.getDefaultFractionDigits());
    var amount = there.amount().multiply(rate).setScale(digits, RoundingMode.HALF_UP);
    try {
      return Optional.of(
          new TypedAmount(Money.of(amount, book), new Foreign(there, rate, day, Source.TYPED)));
    } catch (ArithmeticException tooLarge) {
      return Optional.empty();
    }
  }

  /** Empty where the rate is none that the books can keep. */
  private static Optional<TypedAmount> totalled(Money there, Money total, LocalDate day) {
    var rate = rate(there, total);
    return rate.signum() > 0 && rate.precision() - rate.scale() <= DIGITS
        ? Optional.of(new TypedAmount(total, new Foreign(there, rate, day, Source.TYPED)))
        : Optional.empty();
  }

  /** What one of them comes to, in as many decimals as the books keep. */
  private static BigDecimal rate(Money there, Money total) {
    return total
        .amount()
        .divide(there.amount(), new MathContext(DIGITS))
        .setScale(DIGITS, RoundingMode.HALF_UP);
  }

  /**
   * As it is typed again: what the bank rated is rated anew, for the day may be another; a rate
   * that was said stays that rate.
   */
  static String again(Line line, boolean fixed) {
    var amount = line.amount().isPositive() ? line.amount() : line.amount().negated();
    var foreign = line.foreign();
    var plain = amount.amount().toPlainString();
    if (foreign == null) {
      return plain;
    }
    var other = foreign.amount().isPositive() ? foreign : foreign.opposite();
    if (foreign.source() == Source.ECB && !fixed) {
      return other.said();
    }
    boolean total = fixed || rate(other.amount(), amount).compareTo(foreign.rate()) == 0;
    return other.said() + (total ? " @@ " + plain : " @ " + foreign.plainRate().toPlainString());
  }

  /** The line of that account: a debit, or a credit. */
  Line line(AccountId account, boolean debit, String note) {
    var line = new Line(account, amount, note, foreign);
    return debit ? line : line.opposite();
  }
}
