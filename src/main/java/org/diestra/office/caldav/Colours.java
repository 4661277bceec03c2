package org.diestra.office.caldav;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.diestra.office.calendar.Calendar;

/** The seven colours of the page in the numbers that programs use, and theirs among the seven. */
final class Colours {
  private static final Map<String, String> NUMBERS =
      Map.of(
          "green", "#2A9D72",
          "blue", "#3B7DDD",
          "amber", "#D98E1F",
          "rose", "#D9435F",
          "violet", "#8A5CD0",
          "teal", "#20939E",
          "slate", "#6B7280");
  private static final int HEX = 16;

  private Colours() {}

  /** {@code #RRGGBB}, or with two digits more. */
  static String of(Calendar calendar) {
    return Objects.requireNonNullElse(
        calendar.tint(), NUMBERS.getOrDefault(calendar.colour(), "#6B7280"));
  }

  /** As it is kept; empty for what is no colour. */
  static Optional<String> read(String text) {
    var number = text.strip().toUpperCase(Locale.ROOT);
    return number.matches("#[0-9A-F]{6}([0-9A-F]{2})?") ? Optional.of(number) : Optional.empty();
  }

  /** The one of the page that comes next to it. */
  static String nearest(String number) {
    return NUMBERS.entrySet().stream()
        .min(
            Comparator.comparingInt((Map.Entry<String, String> e) -> apart(e.getValue(), number))
                .thenComparing(Map.Entry::getKey))
        .orElseThrow()
        .getKey();
  }

  private static int apart(String one, String other) {
    int sum = 0;
    for (int i = 1; i < 7; i += 2) {
      int step = part(one, i) - part(other, i);
      sum += step * step;
    }
    return sum;
  }

  private static int part(String number, int at) {
    return Integer.parseInt(number.substring(at, at + 2), HEX);
  }
}
