package org.diestra.work.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.diestra.HouseTest;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.icalendar.Repeats;
import org.diestra.work.tasks.Task.Stage;
import org.diestra.work.tasks.Work.Due;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class SeriesTests extends TaskScene {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  @Autowired SeriesKeeper series;

  private TaskId weekly() {
    var due = new Due(now().plus(Duration.ofDays(2)), MADRID);
    var once = work("2500");
    var again =
        new Work(
            once.title(),
            once.brief(),
            once.procedure(),
            once.criteria(),
            once.price(),
            null,
            due,
            new Repeat(Repeats.WEEKLY, 1, null),
            due);
    var id = as(lucia, () -> tasks.propose(lucia, signed.id(), again).orFail());
    as(rosa, () -> tasks.agree(rosa, id, 1).orFail());
    return id;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MINUTES);
  }

  private List<Task> all() {
    return house.call(() -> tasks.list(signed.id(), Overview.Show.ALL.stages(), null));
  }

  private Instant due(Task task) {
    return task.facts().work().due().at();
  }

  @Test
  void theNextOneStandsReadyWhenTheOneBeforeFallsDue() {
    var first = due(now(weekly()));
    mover.moveTo(first.minusSeconds(60));
    assertThat(all()).hasSize(1);
    mover.moveTo(first.plusSeconds(60));
    assertThat(all()).hasSize(2);
    var next = all().getLast();
    assertThat(next.stage()).isEqualTo(Stage.AGREED);
    assertThat(next.facts().count().pinned()).isEqualTo(1);
    assertThat(due(next).atZone(MADRID)).isEqualTo(first.atZone(MADRID).plusWeeks(1));
    assertThat(told(rosa, next.facts().id())).containsExactly("tasks.notice.series");
    mover.moveTo(due(next).plusSeconds(60));
    assertThat(all()).hasSize(3);
  }

  @Test
  void whatFallsIntoAPauseIsLeftOut() {
    var first = due(now(weekly()));
    as(
        lucia,
        () -> engagements.pause(lucia, signed.id(), contracts.version(signed), null).orFail());
    mover.moveTo(first.plus(Duration.ofDays(8)));
    assertThat(all()).hasSize(1);
    as(lucia, () -> engagements.resume(lucia, signed.id(), contracts.version(signed)).orFail());
    mover.moveTo(first.plus(Duration.ofDays(15)));
    assertThat(all()).hasSize(2);
    assertThat(due(all().getLast()).atZone(MADRID)).isEqualTo(first.atZone(MADRID).plusWeeks(3));
  }

  @Test
  void whatWasMissedWhileTheHouseWasClosedIsNotMadeUpFor() {
    var first = due(now(weekly()));
    mover.skipTo(first.plus(Duration.ofDays(30)));
    assertThat(all()).hasSize(2);
    assertThat(due(all().getLast())).isAfter(clock.instant());
  }

  @Test
  void eitherSideEndsItOnce() {
    var id = weekly();
    var first = due(now(id));
    as(rosa, () -> series.end(rosa, id).orFail());
    assertThat(as(lucia, () -> series.end(lucia, id))).isInstanceOf(Outcome.Refused.class);
    mover.moveTo(first.plus(Duration.ofDays(8)));
    assertThat(all()).hasSize(1);
    assertThat(told(lucia, id)).endsWith("tasks.notice.series-ended");
  }
}
