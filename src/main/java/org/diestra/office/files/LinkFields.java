package org.diestra.office.files;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/** The fields that every address for people without an account has. */
final class LinkFields {
  private static final int SHORTEST_PASSWORD = 6;
  private static final int LONGEST_PASSWORD = 200;

  private LinkFields() {}

  /** Null for none. */
  static @Nullable String password(@Nullable String typed, Problems problems) {
    var secret = typed == null ? "" : typed;
    if (!secret.isEmpty() && secret.length() < SHORTEST_PASSWORD) {
      problems.add("password", "files.link.password.short", SHORTEST_PASSWORD);
    }
    if (secret.length() > LONGEST_PASSWORD) {
      problems.add("password", "files.link.password.long", LONGEST_PASSWORD);
    }
    return secret.isEmpty() ? null : secret;
  }

  /** The end of a day on somebody's clock; null for none. */
  static @Nullable Instant end(
      @Nullable String typed, LocalDate today, ZoneId zone, Problems problems) {
    var text = Typed.line(typed);
    if (text.isEmpty()) {
      return null;
    }
    try {
      var day = LocalDate.parse(text);
      if (day.isBefore(today) || day.isAfter(today.plusYears(10))) {
        problems.add("until", "files.link.until.past");
      }
      return day.plusDays(1).atStartOfDay(zone).toInstant();
    } catch (DateTimeParseException e) {
      problems.add("until", "files.link.until.wrong");
      return null;
    }
  }
}
