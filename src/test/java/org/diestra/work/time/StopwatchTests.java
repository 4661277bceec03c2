package org.diestra.work.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.diestra.HouseTest;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.engagements.RunningContracts;
import org.diestra.work.time.Entry.Said;
import org.diestra.work.time.Stopwatch.Start;
import org.diestra.work.time.Stopwatch.Started;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class StopwatchTests {
  private static final String NOTE = "Conciliar el banco";

  @Autowired RunningContracts contracts;
  @Autowired Stopwatch stopwatch;
  @Autowired Entries entries;
  @Autowired EntryStore store;
  @Autowired Engagements engagements;
  @Autowired ClockMover mover;
  @Autowired Clock clock;
  @Autowired org.springframework.transaction.support.TransactionOperations transactions;

  Signed signed;
  Viewer rosa;

  @BeforeEach
  void begun() {
    signed = contracts.hourly();
    rosa = signed.assistant();
  }

  private Running start(Signed of, Instant at) {
    var start = new Start(of.id(), null, NOTE, UUID.randomUUID(), at);
    return as(rosa, () -> stopwatch.start(rosa, start).orFail()).running();
  }

  private Outcome<Stop> stop(Running running) {
    return as(rosa, () -> stopwatch.stop(rosa, running.id(), null, null));
  }

  private void pass(Duration time) {
    mover.moveTo(clock.instant().plus(time));
  }

  /** Whatever the assistant has recorded since the test began. */
  private List<Entry> recorded(Instant since) {
    return as(
        rosa,
        () ->
            transactions.execute(
                t -> store.of(rosa.id(), since, clock.instant().plus(1, ChronoUnit.DAYS))));
  }

  @Test
  void ofTwoTabsThatStopOneTimerOneRecordsItAndTheOtherIsTold() throws Exception {
    var before = clock.instant();
    var running = start(signed, null);
    pass(Duration.ofMinutes(25));
    Callable<Stop> press = () -> stop(running).orFail();
    try (var tabs = Executors.newFixedThreadPool(2)) {
      var both = tabs.invokeAll(List.of(press, press));
      var stops = List.of(both.get(0).get(), both.get(1).get());
      assertThat(stops).hasAtLeastOneElementOfType(Stop.Already.class);
      assertThat(stops).hasAtLeastOneElementOfType(Stop.Recorded.class);
    }
    assertThat(recorded(before)).hasSize(1);
    assertThat(stop(running).orFail()).isInstanceOf(Stop.Already.class);
  }

  @Test
  void aStartThatIsSentAgainStartsNothing() {
    var key = UUID.randomUUID();
    var start = new Start(signed.id(), null, NOTE, key, null);
    var first = as(rosa, () -> stopwatch.start(rosa, start).orFail());
    var second = as(rosa, () -> stopwatch.start(rosa, start).orFail());
    assertThat(second).isEqualTo(new Started(first.running(), null));
    pass(Duration.ofMinutes(5));
    stop(first.running()).orFail();
    assertThat(as(rosa, () -> stopwatch.start(rosa, start).orFail()).running()).isNull();
  }

  @Test
  void startingASecondOneStopsTheFirstInTheSameMoment() {
    var other = contracts.hourly(signed.client(), rosa);
    var before = clock.instant();
    start(signed, null);
    pass(Duration.ofMinutes(10));
    var start = new Start(other.id(), null, NOTE, UUID.randomUUID(), null);
    var started = as(rosa, () -> stopwatch.start(rosa, start).orFail());
    assertThat(started.stopped()).isInstanceOf(Stop.Recorded.class);
    assertThat(as(rosa, () -> stopwatch.running(rosa)).orElseThrow().contract())
        .isEqualTo(other.id());
    assertThat(recorded(before)).hasSize(1);
  }

  @Test
  void whatWasPressedWithoutALineCountsFromThen() {
    var pressed = clock.instant();
    pass(Duration.ofHours(2));
    var running = start(signed, pressed);
    var stopped =
        as(
            rosa,
            () ->
                stopwatch
                    .stop(rosa, running.id(), null, pressed.plus(Duration.ofMinutes(90)))
                    .orFail());
    assertThat(((Stop.Recorded) stopped).minutes()).isEqualTo(90);
  }

  @Test
  void noBrowserStopsInTheFutureOrStartsLongAgo() {
    var running = start(signed, clock.instant().plus(Duration.ofHours(3)));
    assertThat(running.startedAt()).isBeforeOrEqualTo(clock.instant());
    pass(Duration.ofMinutes(3));
    var stopped =
        as(
            rosa,
            () ->
                stopwatch
                    .stop(rosa, running.id(), null, clock.instant().plus(Duration.ofDays(1)))
                    .orFail());
    assertThat(((Stop.Recorded) stopped).minutes()).isEqualTo(3);
    var start =
        new Start(
            signed.id(),
            null,
            NOTE,
            UUID.randomUUID(),
            clock.instant().minus(Duration.ofHours(17)));
    assertThat(as(rosa, () -> stopwatch.start(rosa, start))).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void itAsksForTheNoteBeforeItStops() {
    var start = new Start(signed.id(), null, "", UUID.randomUUID(), null);
    var running = as(rosa, () -> stopwatch.start(rosa, start).orFail()).running();
    pass(Duration.ofMinutes(4));
    assertThat(stop(running)).isInstanceOf(Outcome.Refused.class);
    as(rosa, () -> stopwatch.describe(rosa, running.id(), NOTE, null).orFail());
    assertThat(stop(running).orFail()).isInstanceOf(Stop.Recorded.class);
  }

  @Test
  void afterSixteenHoursItIsCut() {
    var before = clock.instant();
    start(signed, null);
    pass(Duration.ofHours(20));
    assertThat(as(rosa, () -> stopwatch.running(rosa))).isEmpty();
    assertThat(recorded(before).stream().mapToInt(e -> e.facts().minutes()).sum())
        .isEqualTo(16 * 60);
  }

  @Test
  void aPauseEndsWhatRuns() {
    var before = clock.instant();
    start(signed, null);
    pass(Duration.ofMinutes(30));
    var seen = engagements.find(signed.id()).orElseThrow().facts().version();
    as(rosa, () -> engagements.pause(rosa, signed.id(), seen, null).orFail());
    pass(Duration.ofMinutes(30));
    assertThat(as(rosa, () -> stopwatch.running(rosa))).isEmpty();
    assertThat(recorded(before).stream().mapToInt(e -> e.facts().minutes()).sum()).isEqualTo(30);
  }

  @Test
  void whatOverlapsIsRefusedAndNamed() {
    var at = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    pass(Duration.ofHours(3));
    var said = new Said(new Span(at, at.plus(60, ChronoUnit.MINUTES)), null, NOTE);
    as(rosa, () -> entries.add(rosa, signed.id(), said).orFail());
    var other = contracts.hourly(signed.client(), rosa);
    pass(Duration.ofMinutes(1));
    var again = as(rosa, () -> entries.add(rosa, other.id(), said));
    assertThat(again).isInstanceOf(Outcome.Refused.class);
    assertThat(((Outcome.Refused<List<Entry>>) again).why().field()).isEqualTo("from");
  }
}
