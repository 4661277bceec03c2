package org.diestra.office.journals;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reads amounts by what the journal said of decimal marks before. Where it said nothing, the last
 * of two different marks is decimal, and so is one that stands alone; but one that stands alone
 * before three digits could be either, and is refused rather than guessed (hledger's manual,
 * “Decimal marks”).
 */
final class Amounts {
  private static final String SIGN = "([-+]?)\\s*";
  private static final String SYMBOL = "(\"[^\"]*\"|[^\\s0-9.,;@=+\\-\"()\\[\\]{}*]+)?";
  private static final Pattern AMOUNT =
      Pattern.compile(
          SIGN + SYMBOL + "\\s*" + SIGN + "([0-9.,' \u00a0\u202f]*[0-9][.,]?)\\s*" + SYMBOL);
  private static final int LONGEST = 40;

  /** Whose own money is written with a dollar's sign as well. */
  private static final Set<String> DOLLARS =
      Set.of("USD", "MXN", "COP", "ARS", "CLP", "UYU", "DOP", "CAD", "AUD", "NZD");

  private final Currency book;
  private final Map<String, Character> marks = new HashMap<>();
  private @Nullable Character mark;

  Amounts(Currency book) {
    this.book = book;
  }

  /** {@code decimal-mark ,} holds for all that follows. */
  void decimalMark(String said, int line) throws Faulty {
    if (!said.equals(".") && !said.equals(",")) {
      throw new Faulty("directive", line, "decimal-mark " + said);
    }
    mark = said.charAt(0);
  }

  /** A commodity directive's sample says which mark is decimal: {@code EUR 1.000,00}. */
  void sample(String said, int line) throws Faulty {
    var parts = AMOUNT.matcher(said);
    if (said.length() > LONGEST * 2 || !parts.matches()) {
      return; // its symbol alone
    }
    var number = text(parts.group(4));
    int last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
    if (last < 0) {
      throw new Faulty("amount", line, said);
    }
    marks.put(symbol(text(parts.group(2)) + text(parts.group(5))), number.charAt(last));
  }

  Amount read(String said, int line) throws Faulty {
    var parts = AMOUNT.matcher(said.strip());
    if (said.length() > LONGEST * 2 || !parts.matches()) {
      throw new Faulty("amount", line, said);
    }
    var before = text(parts.group(2));
    var behind = text(parts.group(5));
    var signs = text(parts.group(1)) + text(parts.group(3));
    if (!before.isEmpty() && !behind.isEmpty() || signs.length() > 1) {
      throw new Faulty("amount", line, said);
    }
    var commodity = symbol(before + behind);
    var number = number(text(parts.group(4)), commodity, line);
    return new Amount(signs.equals("-") ? number.negate() : number, commodity);
  }

  private static String text(@Nullable String group) {
    return group == null ? "" : group;
  }

  private String symbol(String written) {
    var plain = written.replace("\"", "");
    return switch (plain) {
      case "€" -> "EUR";
      case "£" -> "GBP";
      case "US$" -> "USD";
      case "$" -> DOLLARS.contains(book.getCurrencyCode()) ? book.getCurrencyCode() : "USD";
      case "" -> book.getCurrencyCode();
      default -> plain;
    };
  }

  private BigDecimal number(String written, String commodity, int line) throws Faulty {
    var bare = written.replaceAll("['\\s\u00a0\u202f]", "");
    var decimal = decimal(bare, commodity, line);
    var plain = new StringBuilder();
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (decimal != null && c == decimal) {
        if (i != bare.lastIndexOf(c)) {
          throw new Faulty("amount", line, written);
        }
        plain.append('.');
      } else if (c != '.' && c != ',') {
        plain.append(c);
      }
    }
    if (plain.length() > LONGEST) {
      throw new Faulty("amount", line, written);
    }
    return new BigDecimal(plain.toString());
  }

  private @Nullable Character decimal(String bare, String commodity, int line) throws Faulty {
    if (mark != null) {
      return mark;
    }
    var known = marks.get(commodity);
    if (known != null) {
      return known;
    }
    int point = bare.lastIndexOf('.');
    int comma = bare.lastIndexOf(',');
    if (point < 0 && comma < 0) {
      return null;
    }
    char last = bare.charAt(Math.max(point, comma));
    if (point >= 0 && comma >= 0) {
      return last;
    }
    boolean several = bare.indexOf(last) != bare.lastIndexOf(last);
    if (several) {
      return null;
    }
    if (bare.length() - bare.indexOf(last) == 4) {
      throw new Faulty("mark", line, bare);
    }
    return last;
  }

  /** As money of the books; it has no more decimals than that, and is no more than that can be. */
  Money money(BigDecimal quantity, int line) throws Faulty {
    try {
      return Money.of(quantity.stripTrailingZeros(), book);
    } catch (ArithmeticException tooFineOrLarge) {
      throw new Faulty("fine", line, quantity.toPlainString());
    }
  }
}
