package org.diestra.platform.base;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody typed into a form's text fields, and tells its problems. The text is composed
 * (NFC), stripped, and free of control characters, which the database would refuse.
 */
public record Typed(Problems problems) {
  private static final String TOO_LONG = "page.too-long";
  private static final Pattern LINE_END = Pattern.compile("\\r\\n?|\\u2028|\\u2029");
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");
  private static final Pattern GAPS = Pattern.compile("\\s+");

  /** One line, without a say on what it holds. */
  public static String line(@Nullable String typed) {
    return GAPS.matcher(text(typed)).replaceAll(" ").strip();
  }

  /** Several lines. */
  public static String text(@Nullable String typed) {
    if (typed == null) {
      return "";
    }
    var lines = LINE_END.matcher(typed).replaceAll("\n");
    return Normalizer.normalize(CONTROLS.matcher(lines).replaceAll(""), Normalizer.Form.NFC)
        .strip();
  }

  /** A day as a browser sends it, of the years 1900–9999; empty for anything else. */
  public static Optional<LocalDate> day(@Nullable String typed) {
    try {
      return Optional.of(LocalDate.parse(line(typed)))
          .filter(day -> day.getYear() >= 1900 && day.getYear() <= 9999);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The version of what a form was made from; 0 for anything that is none. */
  public static int version(@Nullable String typed) {
    var digits = line(typed);
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
  }

  /** One line of at most so many characters, which may be empty. */
  public String line(String field, @Nullable String typed, int most) {
    return bounded(field, line(typed), most);
  }

  /**
   * The same, but not empty.
   *
   * @param missing the message that says what belongs here
   */
  public String line(String field, @Nullable String typed, int most, String missing) {
    return present(field, line(field, typed, most), missing);
  }

  /** Several lines of at most so many characters, which may be empty. */
  public String text(String field, @Nullable String typed, int most) {
    return bounded(field, text(typed), most);
  }

  /** The same, but not empty. */
  public String text(String field, @Nullable String typed, int most, String missing) {
    return present(field, text(field, typed, most), missing);
  }

  /** A whole number within bounds, both inclusive; null where it is none or nothing was typed. */
  public @Nullable Integer number(
      String field, @Nullable String typed, int from, int to, String wrong) {
    var text = line(typed);
    if (text.isEmpty()) {
      return null;
    }
    if (text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int number = Integer.parseInt(text);
      if (number >= from && number <= to) {
        return number;
      }
    }
    problems.add(field, wrong, from, to);
    return null;
  }

  private String present(String field, String text, String missing) {
    if (text.isEmpty()) {
      problems.add(field, missing);
    }
    return text;
  }

  private String bounded(String field, String text, int most) {
    int length = text.codePointCount(0, text.length());
    if (length > most) {
      problems.add(field, TOO_LONG, most, length);
    }
    return text;
  }
}
