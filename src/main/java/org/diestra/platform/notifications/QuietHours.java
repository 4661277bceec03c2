package org.diestra.platform.notifications;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When somebody's mail waits, on the wall clock of their zone; over midnight when it ends before it
 * begins.
 */
record QuietHours(LocalTime begins, LocalTime ends) {
  QuietHours {
    if (begins.equals(ends)) {
      throw new IllegalArgumentException("quiet hours without an hour");
    }
  }

  /** When they end, if that instant lies within; empty outside of them. */
  Optional<Instant> endAround(Instant now, ZoneId zone) {
    var today = now.atZone(zone).toLocalDate();
    for (var day : List.of(today.minusDays(1), today)) {
      var from = day.atTime(begins).atZone(zone).toInstant();
      var last = ends.isAfter(begins) ? day : day.plusDays(1);
      var to = last.atTime(ends).atZone(zone).toInstant();
      if (!now.isBefore(from) && now.isBefore(to)) {
        return Optional.of(to);
      }
    }
    return Optional.empty();
  }
}
