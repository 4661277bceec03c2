package org.diestra.platform.icalendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.diestra.platform.base.Outcome;

/** A time zone by itself, as programs tell and ask it of a calendar (RFC 4791, section 5.2.2). */
public final class ZoneText {
  private static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");
  private static final int LARGEST = 100_000; // bytes
  private static final Map<ZoneId, String> TEXTS = new ConcurrentHashMap<>(); // a few hundred

  private ZoneText() {}

  /** A calendar that holds nothing but the zone. */
  public static String of(ZoneId zone) {
    return TEXTS.computeIfAbsent(
        zone,
        z ->
            Part.of(
                    "VCALENDAR",
                    Line.of("VERSION", "2.0"),
                    Line.of("PRODID", "-//Diestra//Diestra//EN"))
                .holding(List.of(Zones.lasting(z, SINCE)))
                .text());
  }

  /** The zone that such a text means; empty where it is none, or none that anybody knows. */
  public static Optional<ZoneId> read(String text) {
    return switch (Ics.read(text.getBytes(StandardCharsets.UTF_8), LARGEST)) {
      case Outcome.Refused<Part> refused -> Optional.empty();
      case Outcome.Done<Part>(var calendar) ->
          calendar.parts("VTIMEZONE").stream()
              .findFirst()
              .flatMap(zone -> new ZoneNames(calendar).find(zone.text("TZID")));
    };
  }
}
