package org.diestra.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseClockTests {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00.123456789Z");

  @TempDir private Path folder;

  @Test
  void itMovesForwardAndGoesOnFromThere() {
    var machine = new Machine[] {new Machine(NOW)};
    var clock = HouseClock.movable(() -> machine[0].at(), folder.resolve("clock"));
    assertThat(clock.moveTo(Instant.parse("2026-12-01T00:00:00Z"))).isTrue();
    assertThat(clock.instant()).isEqualTo("2026-12-01T00:00:00Z");
    machine[0] = new Machine(NOW.plusSeconds(60));
    assertThat(clock.instant()).isEqualTo("2026-12-01T00:01:00Z");
  }

  private record Machine(Instant at) {}

  @Test
  void itNeverMovesBack() {
    var clock = HouseClock.movable(InstantSource.fixed(NOW), folder.resolve("clock"));
    assertThat(clock.moveTo(NOW.minusSeconds(1))).isFalse();
    assertThat(clock.moveTo(clock.instant())).isFalse();
    assertThat(clock.instant()).isEqualTo("2026-11-24T08:00:00.123456Z");
  }

  @Test
  void itStaysWhereItWasMovedOverARestart() {
    var file = folder.resolve("clock");
    var machine = InstantSource.fixed(NOW);
    HouseClock.movable(machine, file).moveTo(NOW.plus(Duration.ofDays(30)));
    assertThat(Duration.between(NOW, HouseClock.movable(machine, file).instant()).toDays())
        .isBetween(29L, 30L);
  }

  @Test
  void whatIsSaidToHaveHappenedIsDatedThenAndNothingElse() {
    var clock = HouseClock.movable(InstantSource.fixed(NOW), folder.resolve("clock"));
    var then = Instant.parse("2026-10-19T13:00:00Z");
    assertThat(clock.at(then, clock::instant)).isEqualTo(then);
    assertThat(clock.instant()).isEqualTo("2026-11-24T08:00:00.123456Z");
    assertThatThrownBy(() -> clock.at(NOW.plusSeconds(1), clock::instant))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void withoutTheSettingItCannotBeMoved() {
    var clock = HouseClock.fixedToTheMachine();
    assertThat(clock.isMovable()).isFalse();
    assertThatThrownBy(() -> clock.moveTo(Instant.MAX)).isInstanceOf(IllegalStateException.class);
  }
}
