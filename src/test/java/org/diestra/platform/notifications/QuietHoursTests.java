package org.diestra.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTests {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  @ParameterizedTest
  @CsvSource({
    // over midnight, in winter (UTC+1)
    "22:00, 07:00, 2027-01-10T20:59:59Z, ",
    "22:00, 07:00, 2027-01-10T21:00:00Z, 2027-01-11T06:00:00Z",
    "22:00, 07:00, 2027-01-10T23:30:00Z, 2027-01-11T06:00:00Z",
    "22:00, 07:00, 2027-01-11T05:59:59Z, 2027-01-11T06:00:00Z",
    "22:00, 07:00, 2027-01-11T06:00:00Z, ",
    // within a day
    "13:00, 15:00, 2027-01-10T13:00:00Z, 2027-01-10T14:00:00Z",
    "13:00, 15:00, 2027-01-10T15:00:00Z, ",
    // the night the clocks go forward is an hour shorter, the one they go back an hour longer
    "22:00, 07:00, 2027-03-27T22:00:00Z, 2027-03-28T05:00:00Z",
    "22:00, 07:00, 2027-10-30T21:00:00Z, 2027-10-31T06:00:00Z",
    // until midnight
    "18:00, 00:00, 2027-01-10T22:59:00Z, 2027-01-10T23:00:00Z"
  })
  void mailWaitsUntilTheyEnd(LocalTime begins, LocalTime ends, Instant now, @Nullable Instant end) {
    var found = new QuietHours(begins, ends).endAround(now, MADRID);
    assertThat(found.orElse(null)).isEqualTo(end);
  }

  @Test
  void theyHaveALength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON));
  }
}
