package org.diestra.work.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.diestra.HouseTest;
import org.diestra.office.learning.AskedQuestions;
import org.diestra.office.learning.Silence;
import org.diestra.office.learning.Silence.Span;
import org.diestra.work.tasks.DueDates.Standing;
import org.diestra.work.tasks.Work.Due;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class DueDatesTests extends TaskScene {
  @Autowired DueDates dueDates;
  @Autowired AskedQuestions questions;

  private Standing standing(TaskId id) {
    return dueDates.of(List.of(now(id))).get(id);
  }

  @Test
  void aQuestionThatNobodyAnswersStopsTheClockAfterTwoDays() {
    var due =
        new Due(
            clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofDays(4)),
            ZoneId.of("Europe/Madrid"));
    var plain = work("2500");
    var dated =
        new Work(
            plain.title(),
            plain.brief(),
            plain.procedure(),
            plain.criteria(),
            plain.price(),
            null,
            due,
            null,
            null);
    var id = as(lucia, () -> tasks.propose(lucia, signed.id(), dated).orFail());
    as(rosa, () -> tasks.agree(rosa, id, 1).orFail());
    var workspace = now(id).facts().place().workspace();
    var question = questions.ask(rosa, workspace, contracts.manual(signed), "Which account?");
    mover.skipTo(clock.instant().plus(Duration.ofHours(47)));
    assertThat(standing(id).standing()).isFalse();
    mover.skipTo(clock.instant().plus(Duration.ofHours(25)));
    assertThat(standing(id).standing()).isTrue();
    mover.skipTo(clock.instant().plus(Duration.ofDays(3)));
    assertThat(standing(id).late()).as("six days on, and the clock stands still").isFalse();
    questions.answer(lucia, workspace, contracts.manual(signed), question, "The first one");
    var after = standing(id);
    assertThat(after.standing()).isFalse();
    assertThat(after.paused()).isBetween(Duration.ofHours(95), Duration.ofHours(97));
    assertThat(after.at()).isEqualTo(due.at().plus(after.paused()));
    assertThat(after.late()).isFalse();
    mover.skipTo(after.at().plusSeconds(60));
    assertThat(standing(id).late()).isTrue();
  }

  @Test
  void whatOverlapsCountsOnce() {
    var noon = Instant.parse("2026-12-01T12:00:00Z");
    var spans =
        List.of(
            new Span(noon.plusSeconds(100), noon.plusSeconds(200)),
            new Span(noon.plusSeconds(150), noon.plusSeconds(300)),
            new Span(noon.plusSeconds(900), Instant.MAX));
    assertThat(Silence.within(spans, noon, noon.plusSeconds(1000)))
        .isEqualTo(Duration.ofSeconds(300));
    assertThat(Silence.within(spans, noon.plusSeconds(120), noon.plusSeconds(160)))
        .isEqualTo(Duration.ofSeconds(40));
  }
}
