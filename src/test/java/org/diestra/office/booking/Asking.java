package org.diestra.office.booking;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.office.booking.Hours.Span;
import org.diestra.office.booking.Slots.Busy;
import org.diestra.office.booking.Slots.Demand;
import org.diestra.office.booking.Slots.Host;
import org.diestra.office.booking.Slots.Slot;
import org.diestra.platform.accounts.PersonId;

/** Asks for slots, in as few words as a test needs. */
abstract class Asking {
  static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  static final PersonId ANA = new PersonId(new UUID(0, 1));
  static final PersonId EVA = new PersonId(new UUID(0, 2));
  static final Instant LONG_BEFORE = Instant.parse("2026-10-01T00:00:00Z");

  static Demand demand(ZoneId zone, int minutes, int grid) {
    return new Demand(
        zone,
        Duration.ofMinutes(minutes),
        Duration.ZERO,
        Duration.ZERO,
        grid,
        Duration.ZERO,
        0,
        365,
        0,
        0,
        false);
  }

  static Demand kept(Demand d, int before, int after) {
    return new Demand(
        d.zone(),
        d.length(),
        Duration.ofMinutes(before),
        Duration.ofMinutes(after),
        d.grid(),
        d.notice(),
        d.noticeDays(),
        d.horizonDays(),
        d.perDay(),
        d.perWeek(),
        d.all());
  }

  static Demand notice(Demand d, int hours, int days, int horizon) {
    return demand(
        d, new Ahead(Duration.ofHours(hours), days, horizon), d.perDay(), d.perWeek(), d.all());
  }

  static Demand limited(Demand d, int day, int week) {
    return demand(d, ahead(d), day, week, d.all());
  }

  static Demand everybody(Demand d) {
    return demand(d, ahead(d), d.perDay(), d.perWeek(), true);
  }

  private record Ahead(Duration notice, int days, int horizon) {}

  private static Ahead ahead(Demand d) {
    return new Ahead(d.notice(), d.noticeDays(), d.horizonDays());
  }

  private static Demand demand(Demand d, Ahead ahead, int day, int week, boolean all) {
    return new Demand(
        d.zone(),
        d.length(),
        d.before(),
        d.after(),
        d.grid(),
        ahead.notice(),
        ahead.days(),
        ahead.horizon(),
        day,
        week,
        all);
  }

  /** Every day from one hour to another. */
  static Host host(PersonId who, ZoneId zone, int from, int to, Busy... busy) {
    var spans = List.of(new Span(from * 60, to * 60));
    var week =
        Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(day -> day, day -> spans));
    return new Host(who, new Hours(zone, week, Map.of()), List.of(busy));
  }

  static Busy busy(String from, String to) {
    return new Busy(Instant.parse(from), Instant.parse(to));
  }

  static List<Slot> slots(Demand demand, String now, String date, Host... hosts) {
    var day = LocalDate.parse(date);
    return new Slots(demand, Instant.parse(now), Map.of()).between(List.of(hosts), day, day);
  }

  /** On that zone's clock, with the offset. */
  static List<String> shown(List<Slot> slots, ZoneId zone) {
    return slots.stream()
        .map(s -> s.start().atZone(zone))
        .map(at -> at.toLocalTime() + (at.getOffset().getId()))
        .toList();
  }
}
