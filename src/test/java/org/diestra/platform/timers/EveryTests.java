package org.diestra.platform.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.diestra.platform.timers.Every.Rhythm;
import org.junit.jupiter.api.Test;

class EveryTests {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  @Test
  void aDayTurnsAtTheSameWallClockTimeOverBothChanges() {
    var eight = new Rhythm.Day(LocalTime.of(8, 0), MADRID);
    assertThat(eight.after(Instant.parse("2027-03-27T07:00:00Z")))
        .isEqualTo("2027-03-28T06:00:00Z");
    assertThat(eight.after(Instant.parse("2027-10-30T06:00:00Z")))
        .isEqualTo("2027-10-31T07:00:00Z");
  }

  @Test
  void aTimeThatTheClocksJumpOverComesAfterTheJump() {
    var halfPastTwo = new Rhythm.Day(LocalTime.of(2, 30), MADRID);
    assertThat(halfPastTwo.after(Instant.parse("2027-03-28T00:00:00Z")))
        .isEqualTo("2027-03-28T01:30:00Z");
  }

  @Test
  void aTimeThatComesTwiceTurnsOnce() {
    var halfPastTwo = new Rhythm.Day(LocalTime.of(2, 30), MADRID);
    var first = halfPastTwo.after(Instant.parse("2027-10-30T12:00:00Z"));
    assertThat(first).isEqualTo("2027-10-31T00:30:00Z");
    assertThat(halfPastTwo.after(first)).isEqualTo("2027-11-01T01:30:00Z");
  }

  @Test
  void aPauseIsNeitherATickNorAWeek() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Rhythm.Pause(Duration.ofMillis(10)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Rhythm.Pause(Duration.ofDays(7)));
  }
}
