package org.diestra.work.time;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/** What somebody types into a cell: 1:30, 1.5, 1,5, 90m, 1h 30m, or 9:00-10:30. */
sealed interface CellText {
  /** So long, in minutes. */
  record Length(int minutes) implements CellText {}

  /** From then to then; an end that is not after the start is on the next day. */
  record Stretch(LocalTime from, LocalTime to) implements CellText {}

  Pattern CLOCK = Pattern.compile("(\\d{1,2}):([0-5]\\d)");
  Pattern DECIMAL = Pattern.compile("(\\d{1,2}(?:[.,]\\d{1,4})?|[.,]\\d{1,4})\\s*h?");
  Pattern UNITS = Pattern.compile("(?:(\\d{1,2})\\s*h)?\\s*(?:(\\d{1,4})\\s*(?:m|min)?)?");
  Pattern MINUTES = Pattern.compile("(\\d{1,4})\\s*(?:m|min)");
  Pattern RANGE =
      Pattern.compile("(\\d{1,2})(?:[:.]([0-5]\\d))?\\s*[-–—]\\s*(\\d{1,2})(?:[:.]([0-5]\\d))?");

  /** Nothing typed is no time; empty for what can't be read. */
  static Optional<CellText> read(@Nullable String typed) {
    var text = Typed.line(typed).toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return Optional.of(new Length(0));
    }
    var range = RANGE.matcher(text);
    if (range.matches()) {
      return stretch(range.toMatchResult());
    }
    return minutes(text).filter(m -> m <= Span.MOST).map(Length::new);
  }

  private static Optional<CellText> stretch(MatchResult range) {
    var from = time(range.group(1), range.group(2));
    var to = time(range.group(3), range.group(4));
    return from.isEmpty() || to.isEmpty() || from.equals(to)
        ? Optional.empty()
        : Optional.of(new Stretch(from.get(), to.get()));
  }

  private static Optional<LocalTime> time(@Nullable String hour, @Nullable String minute) {
    int h = number(hour);
    int m = number(minute);
    return h > 24 || h == 24 && m > 0 ? Optional.empty() : Optional.of(LocalTime.of(h % 24, m));
  }

  private static Optional<Integer> minutes(String text) {
    var clock = CLOCK.matcher(text);
    if (clock.matches()) {
      return Optional.of(number(clock.group(1)) * 60 + number(clock.group(2)));
    }
    var minutes = MINUTES.matcher(text);
    if (minutes.matches()) {
      return Optional.of(number(minutes.group(1)));
    }
    var decimal = DECIMAL.matcher(text);
    if (decimal.matches()) {
      var hours = new BigDecimal(requireNonNull(decimal.group(1)).replace(',', '.'));
      // never rounded up
      return Optional.of(
          hours.multiply(BigDecimal.valueOf(60)).setScale(0, RoundingMode.DOWN).intValueExact());
    }
    var units = UNITS.matcher(text);
    return units.matches() && units.group(1) != null
        ? Optional.of(number(units.group(1)) * 60 + number(units.group(2)))
        : Optional.empty();
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** 90 minutes are 1:30, the same in both languages; nothing for none. */
  static String of(int minutes) {
    return minutes == 0 ? "" : length(minutes);
  }

  /** The same, with 0:00 for none. */
  static String length(int minutes) {
    return "%d:%02d".formatted(minutes / 60, minutes % 60);
  }
}
