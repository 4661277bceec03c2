package org.diestra.office.fields;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers in the writing of any language, and writes keys that order like them. */
final class Numerals {
  /** Digits before the decimal sign. */
  static final int WHOLE = 18;

  private static final int MOST = 40;
  private static final Pattern SHAPE = Pattern.compile("[-+]?[0-9][0-9.,]*|[-+]?[.,][0-9]+");
  private static final String SPACE = "[\\s\\u00a0\\u202f\\u2009'\\u2019\\u066c]";
  private static final Pattern SPACES = Pattern.compile(SPACE);
  private static final Pattern APART = Pattern.compile("[0-9.,]" + SPACE + "+[0-9.,]");
  private static final Pattern THOUSANDS =
      Pattern.compile(
          "(%1$s*[-+])?%1$s*[0-9]{1,3}(%1$s[0-9]{3})+([.,][0-9]*)?%1$s*".formatted(SPACE));

  private Numerals() {}

  /** Digits of any script (Unicode Nd) as 0 to 9, and the Arabic decimal sign as a point. */
  static String latin(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
          if (digit >= 0) {
            out.append((char) ('0' + digit));
          } else {
            out.appendCodePoint(c == 0x066B ? '.' : c == 0x2212 ? '-' : c);
          }
        });
    return out.toString();
  }

  /**
   * The number that was meant. Where both signs stand, the last is the decimal one; a single one is
   * it too unless it parts thousands and isn't this person's decimal sign. Empty for anything else.
   */
  static Optional<BigDecimal> read(String typed, char decimal) {
    var latin = latin(typed);
    if (APART.matcher(latin).find() && !THOUSANDS.matcher(latin).matches()) {
      return Optional.empty(); // "12 5" are two numbers
    }
    var text = SPACES.matcher(latin).replaceAll("");
    if (text.length() > MOST || !SHAPE.matcher(text).matches()) {
      return Optional.empty();
    }
    boolean negative = text.startsWith("-");
    var bare = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    int at = decimalAt(bare, decimal);
    var whole = at < 0 ? bare : bare.substring(0, at);
    var behind = at < 0 ? "" : bare.substring(at + 1);
    if (!grouped(whole) || !behind.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    if (at >= 0 && whole.indexOf(bare.charAt(at)) >= 0) {
      return Optional.empty(); // 1,234,56: nobody knows
    }
    var digits = whole.replace(".", "").replace(",", "");
    var number = new BigDecimal((digits.isEmpty() ? "0" : digits) + "." + behind + "0");
    return Optional.of(tidy(negative ? number.negate() : number))
        .filter(n -> n.precision() - n.scale() <= WHOLE);
  }

  static BigDecimal tidy(BigDecimal number) {
    var plain = number.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private static int decimalAt(String text, char decimal) {
    int point = text.lastIndexOf('.');
    int comma = text.lastIndexOf(',');
    if (point >= 0 && comma >= 0) {
      return Math.max(point, comma);
    }
    int at = Math.max(point, comma);
    boolean parts = at > 0 && text.charAt(at) != decimal && grouped(text);
    return parts || at >= 0 && text.indexOf(text.charAt(at)) != at ? -1 : at;
  }

  /** One to three digits, then threes behind one and the same sign; or digits alone. */
  private static boolean grouped(String whole) {
    return whole.matches("[0-9]*|[0-9]{1,3}(\\.[0-9]{3})+|[0-9]{1,3}(,[0-9]{3})+");
  }

  /**
   * Orders like the numbers, compared by code unit: the sign, so many digits before the point, and
   * what stands behind it; of negative ones every digit is turned round.
   */
  static String key(BigDecimal number) {
    var plain = tidy(number.abs()).toPlainString();
    int point = plain.indexOf('.');
    var whole = point < 0 ? plain : plain.substring(0, point);
    var behind = point < 0 ? "" : plain.substring(point + 1);
    var digits = "0".repeat(WHOLE - whole.length()) + whole + behind;
    if (number.signum() >= 0) {
      return "1" + digits;
    }
    var turned = new StringBuilder("0");
    digits.chars().forEach(c -> turned.append((char) ('9' - (c - '0'))));
    return turned.append('~').toString(); // so that -1.25 comes before -1.2
  }
}
