package org.diestra.office.fields;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diestra.office.fields.Manner.DateOrder;
import org.diestra.platform.base.Folded;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Formats;

/**
 * A day of the years 1 to 9999: 2026-11-30, 30/11/2026, 30.11.26, 30 de noviembre de 2026. Of a
 * year of two digits, 69 and later are of the last century (POSIX, strptime).
 */
final class DateType implements FieldType {
  private static final Pattern ISO =
      Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ][0-9:.Z+-]*)?");
  private static final Pattern PARTS =
      Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4}|[0-9]{2})");
  private static final Pattern NAMED =
      Pattern.compile(
          "([0-9]{1,2})(?:\\s+de|-)?[\\s-]+([\\p{L}]{3,12})\\.?,?(?:\\s+del?|-)?[\\s-]+([0-9]{4})");
  private static final List<Locale> TONGUES = List.of(Locale.of("es"), Locale.ENGLISH);
  private static final int PIVOT = 69;

  @Override
  public Outcome<String> read(String typed, Settings settings, Manner manner) {
    try {
      var day =
          day(Numerals.latin(typed), manner).filter(d -> d.getYear() >= 1 && d.getYear() <= 9999);
      return day.isPresent()
          ? Outcome.done(day.get().toString())
          : FieldType.no("fields.date.wrong", typed);
    } catch (DateTimeException noSuchDay) {
      return FieldType.no("fields.date.none", typed);
    }
  }

  private static Optional<LocalDate> day(String text, Manner manner) {
    var iso = ISO.matcher(text);
    if (iso.matches()) {
      return Optional.of(LocalDate.of(part(iso, 1), part(iso, 2), part(iso, 3)));
    }
    var parts = PARTS.matcher(text);
    if (parts.matches()) {
      boolean dayFirst = manner.order() == DateOrder.DAY_FIRST;
      int year = part(parts, 3);
      int full = group(parts, 3).length() == 4 ? year : year + (year >= PIVOT ? 1900 : 2000);
      return Optional.of(
          LocalDate.of(full, part(parts, dayFirst ? 2 : 1), part(parts, dayFirst ? 1 : 2)));
    }
    var named = NAMED.matcher(text);
    return named.matches()
        ? month(group(named, 2)).map(m -> LocalDate.of(part(named, 3), m, part(named, 1)))
        : Optional.empty();
  }

  private static int part(Matcher found, int group) {
    return Integer.parseInt(group(found, group));
  }

  /** One that is there in whatever matches. */
  private static String group(Matcher found, int group) {
    return Objects.requireNonNull(found.group(group));
  }

  /** By its name or the first three letters of it, in either of the house's languages. */
  private static Optional<Month> month(String name) {
    var folded = Folded.of(name);
    for (var tongue : TONGUES) {
      for (var month : Month.values()) {
        var full = Folded.of(month.getDisplayName(TextStyle.FULL_STANDALONE, tongue));
        if (full.equals(folded) || folded.length() <= 4 && full.startsWith(folded)) {
          return Optional.of(month);
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public String key(String value) {
    return value;
  }

  @Override
  public String show(String value, Settings settings, Formats formats) {
    return formats.date(LocalDate.parse(value));
  }
}
