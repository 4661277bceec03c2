package org.diestra.office.booking;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.diestra.office.booking.Picker.Day;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the list of days from which a time is chosen. */
@Component
class Pickers {
  private static final int SHOWN = 7; // days that have a time
  private static final int WINDOW = 31; // days that are looked through at once
  private static final int LOOKS = 3;
  private static final int MOST_FULL = 14;
  private final Bookings bookings;
  private final Clock clock;

  Pickers(Bookings bookings, Clock clock) {
    this.bookings = bookings;
    this.clock = clock;
  }

  /**
   * @param asked a date of the chooser's calendar; anything else counts as today
   * @param instead the appointment that is to be moved, or null
   */
  Picker of(Service service, @Nullable String asked, ZoneId zone, @Nullable Appointment instead) {
    var today = LocalDate.ofInstant(clock.instant(), zone);
    var last = today.plusDays(service.terms().horizonDays() + 1L);
    var from = from(asked, today, last);
    var byDate = new TreeMap<LocalDate, List<Instant>>();
    var full = new ArrayList<LocalDate>();
    var end = from;
    for (int looks = 0; looks < LOOKS && byDate.isEmpty() && !end.isAfter(last); looks++) {
      var begin = end;
      end = begin.plusDays(WINDOW);
      var found = bookings.openings(service, begin.minusDays(1), end, instead);
      if (!found.readable()) {
        return new Picker(
            zone, service.terms().zone(), from, List.of(), null, null, false, List.of());
      }
      for (var slot : found.slots()) {
        var date = LocalDate.ofInstant(slot.start(), zone);
        if (!date.isBefore(begin) && date.isBefore(end)) {
          byDate.computeIfAbsent(date, d -> new ArrayList<>()).add(slot.start());
        }
      }
      found.full().stream().filter(d -> !full.contains(d)).forEach(full::add);
    }
    var days = byDate.entrySet().stream().map(e -> new Day(e.getKey(), e.getValue())).toList();
    boolean more = days.size() > SHOWN;
    var next = more ? days.get(SHOWN).date() : end.isAfter(last) ? null : end;
    return new Picker(
        zone,
        service.terms().zone(),
        from,
        more ? days.subList(0, SHOWN) : days,
        from.isAfter(today) ? later(today, from.minusDays(SHOWN)) : null,
        next,
        true,
        full.stream().limit(MOST_FULL).toList());
  }

  private static LocalDate from(@Nullable String asked, LocalDate today, LocalDate last) {
    try {
      var date = asked == null || asked.isEmpty() ? today : LocalDate.parse(asked);
      return date.isBefore(today) || date.isAfter(last) ? today : date;
    } catch (DateTimeException none) {
      return today;
    }
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /**
   * On whose clock a guest reads: what was chosen, else what the browser told, else the service's.
   *
   * @param told UTC where the browser has told nothing
   */
  static ZoneId zone(@Nullable String chosen, ZoneId told, ZoneId otherwise) {
    if (chosen != null && ZoneId.getAvailableZoneIds().contains(chosen)) {
      return ZoneId.of(chosen);
    }
    return told.equals(ZoneOffset.UTC) ? otherwise : told;
  }
}
