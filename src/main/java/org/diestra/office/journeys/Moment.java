package org.diestra.office.journeys;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time as a machine wrote it (ISO 8601): on the clock of the place, with or without how far that
 * is from UTC, or in UTC.
 *
 * @param offset null where it says none
 */
record Moment(LocalDateTime local, @Nullable OffsetDateTime offset) {

  static Optional<Moment> read(String text) {
    var plain = text.strip();
    try {
      var at = OffsetDateTime.parse(colon(plain));
      return Optional.of(new Moment(at.toLocalDateTime(), at));
    } catch (DateTimeException noOffset) {
      try {
        return Optional.of(new Moment(LocalDateTime.parse(plain), null));
      } catch (DateTimeException noTime) {
        return Optional.empty();
      }
    }
  }

  /** With a colon within the offset, which some leave out. */
  private static String colon(String text) {
    return text.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
  }

  /** A day alone; empty for anything else. */
  static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** On that clock, as a form has it. */
  String on(ZoneId zone) {
    var at = offset == null ? local : offset.atZoneSameInstant(zone).toLocalDateTime();
    return typed(at);
  }

  /** As it stands there. */
  String typed() {
    return typed(local);
  }

  static String typed(LocalDateTime at) {
    return at.withSecond(0).withNano(0).toString();
  }

  /** Whether it may be on that clock: what says no offset may be on any. */
  boolean fits(ZoneId zone) {
    return offset == null
        || zone.getRules().getOffset(offset.toInstant()).equals(offset.getOffset());
  }
}
