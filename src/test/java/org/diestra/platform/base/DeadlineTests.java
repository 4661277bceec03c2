package org.diestra.platform.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlineTests {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
  private static final ZoneId APIA = ZoneId.of("Pacific/Apia");

  @Test
  void aDayIsOverWhereItEndsLast() {
    assertThat(Deadline.after(Instant.parse("2026-11-25T12:00:00Z"), 14, List.of(MADRID, BOGOTA)))
        .isEqualTo(Instant.parse("2026-12-10T04:59:59Z"));
  }

  @Test
  void eachZoneCountsItsOwnDays() {
    // It is the 26th already in Apia, where the 27th ends before the 26th does in Bogotá.
    assertThat(Deadline.after(Instant.parse("2026-11-25T12:00:00Z"), 1, List.of(APIA, BOGOTA)))
        .isEqualTo(Instant.parse("2026-11-27T10:59:59Z"));
  }

  @Test
  void aClockChangeOnTheWayMovesNothing() {
    assertThat(Deadline.after(Instant.parse("2027-03-20T10:00:00Z"), 14, List.of(MADRID)))
        .isEqualTo(Instant.parse("2027-04-03T21:59:59Z"));
  }
}
