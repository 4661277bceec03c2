package org.diestra.hiring.interviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageTests {
  private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
  private static final Slot SOON = new Slot(NOW.plus(Duration.ofHours(20)), 30);
  private static final Slot LATER = new Slot(NOW.plus(Duration.ofDays(5)), 30);

  @Test
  void anAnswerIsDueWithinSeventyTwoHours() {
    var proposed = Stage.Proposed.by(Side.CLIENT, List.of(SOON, LATER), NOW);

    assertThat(proposed.turn()).isEqualTo(Side.ASSISTANT);
    assertThat(proposed.until()).isEqualTo(NOW.plus(Duration.ofHours(72)));
  }

  @Test
  void timesThatHaveAllBegunNeedNoAnswerAnyMore() {
    var sooner = new Slot(NOW.plus(Duration.ofHours(3)), 30);

    assertThat(Stage.Proposed.by(Side.CLIENT, List.of(SOON, sooner), NOW).until())
        .isEqualTo(SOON.start());
  }

  @Test
  void anotherProposalTurnsTheTables() {
    var proposed = Stage.Proposed.by(Side.CLIENT, List.of(SOON, LATER), NOW);

    assertThat(proposed.counter(List.of(LATER, SOON), NOW).turn()).isEqualTo(Side.CLIENT);
  }

  @Test
  void onlyWhatWasProposedCanBeAgreedTo() {
    var proposed = Stage.Proposed.by(Side.CLIENT, List.of(SOON, LATER), NOW);
    var other = new Slot(LATER.start(), 60);

    assertThatThrownBy(() -> proposed.pick(other, NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(proposed.pick(LATER, NOW).slot()).isEqualTo(LATER);
  }

  @Test
  void whoeverBacksOutLessThanTwoHoursAheadIsLate() {
    assertThat(SOON.lateAt(SOON.start().minus(Duration.ofMinutes(121)))).isFalse();
    assertThat(SOON.lateAt(SOON.start().minus(Duration.ofMinutes(119)))).isTrue();
  }

  @Test
  void theRoomIsOpenFromTenMinutesBeforeToThirtyAfter() {
    assertThat(SOON.opens()).isEqualTo(SOON.start().minusSeconds(600));
    assertThat(SOON.closes()).isEqualTo(SOON.start().plusSeconds(3600));
  }
}
