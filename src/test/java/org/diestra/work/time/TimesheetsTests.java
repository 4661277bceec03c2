package org.diestra.work.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.engagements.RunningContracts;
import org.diestra.work.time.Entry.Said;
import org.diestra.work.time.Entry.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

@HouseTest
class TimesheetsTests {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  @Autowired RunningContracts contracts;
  @Autowired Entries entries;
  @Autowired EntryStore store;
  @Autowired EntryHistory history;
  @Autowired SheetStore sheets;
  @Autowired Timesheets timesheets;
  @Autowired Reviews reviews;
  @Autowired TimeWaits waits;
  @Autowired Stopwatch stopwatch;
  @Autowired Engagements engagements;
  @Autowired People people;
  @Autowired ClockMover mover;
  @Autowired Clock clock;
  @Autowired TransactionOperations transactions;

  Signed signed;
  Viewer rosa;
  Viewer lucia;
  Week week;

  /** A week that begins after the work has begun. */
  @BeforeEach
  void begun() {
    signed = contracts.hourly();
    rosa = signed.assistant();
    lucia = signed.client();
    week = Week.of(clock.instant()).next();
    mover.skipTo(week.from());
  }

  private Entry add(int day, int hour, int minutes) {
    var from = week.from().plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
    var said = new Said(new Span(from, from.plusSeconds(60L * minutes)), null, Samples.NOTE);
    if (clock.instant().isBefore(said.span().to())) {
      mover.moveTo(said.span().to());
    }
    return as(rosa, () -> entries.add(rosa, signed.id(), said).orFail()).getFirst();
  }

  private Entry now(Entry entry) {
    return as(lucia, () -> entries.get(signed.id(), entry.facts().id()));
  }

  private State state(Entry entry) {
    return now(entry).state();
  }

  private int seen(Entry entry) {
    return now(entry).facts().version();
  }

  private Timesheet sheet() {
    return as(lucia, () -> transactions.execute(t -> sheets.find(signed.id(), week)).orElseThrow());
  }

  private List<Entry> lines() {
    return as(lucia, () -> transactions.execute(t -> store.week(signed.id(), week)));
  }

  @Test
  void aWeekWithAQueriedLineRunsThroughItsClose() {
    var fine = add(0, 9, 60);
    var answered = add(1, 9, 60);
    var unanswered = add(2, 9, 60);
    var withheld = add(3, 9, 60);
    as(rosa, () -> timesheets.submit(rosa, signed.id(), week).orFail());
    for (var line : List.of(answered, unanswered, withheld)) {
      var id = line.facts().id();
      as(lucia, () -> reviews.query(lucia, signed.id(), id, seen(line), "What was it?").orFail());
    }
    assertThat(as(rosa, () -> waits.of(rosa)))
        .anySatisfy(w -> assertThat(w.key()).isEqualTo("time.wait.queried"));
    for (var line : List.of(answered, withheld)) {
      var id = line.facts().id();
      as(rosa, () -> reviews.answer(rosa, signed.id(), id, seen(line), "The bank").orFail());
    }
    var id = withheld.facts().id();
    as(lucia, () -> reviews.dispute(lucia, signed.id(), id, seen(withheld), "No").orFail());
    assertThat(as(lucia, () -> waits.of(lucia)))
        .anySatisfy(w -> assertThat(w.key()).isEqualTo("time.wait.review"));

    mover.skipTo(week.closesAt().minusSeconds(5));
    assertThat(state(fine)).isEqualTo(State.SUBMITTED);
    mover.moveTo(week.closesAt().plusSeconds(1));
    assertThat(state(fine)).isEqualTo(State.ACCEPTED);
    assertThat(state(answered)).isEqualTo(State.ACCEPTED);
    assertThat(state(unanswered)).isEqualTo(State.DISPUTED);
    assertThat(state(withheld)).isEqualTo(State.DISPUTED);
    assertThat(sheet()).isInstanceOf(Timesheet.Closed.class);
    assertThat(Tally.of(lines(), sheet().facts().tariff(), 0).accepted()).isEqualTo(120);
    var late = as(lucia, () -> reviews.accept(lucia, signed.id(), id, seen(withheld)));
    assertThat(late).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void whatNobodySubmitsAndNobodyReviewsGoesByItself() {
    var line = add(0, 9, 90);
    mover.moveTo(week.submitsAt().minusSeconds(5));
    assertThat(state(line)).isEqualTo(State.OPEN);
    mover.moveTo(week.submitsAt().plusSeconds(1));
    assertThat(state(line)).isEqualTo(State.SUBMITTED);
    assertThat(sheet()).isInstanceOf(Timesheet.Submitted.class);
    mover.skipTo(week.closesAt().plusSeconds(60));
    assertThat(state(line)).isEqualTo(State.ACCEPTED);
    List<EntryHistory.Move> moves =
        as(lucia, () -> transactions.execute(t -> history.moves(List.of(line.facts().id()))));
    assertThat(moves)
        .extracting(EntryHistory.Move::to)
        .containsExactly(State.SUBMITTED, State.ACCEPTED);
  }

  @Test
  void aboveTheCapOnlyWhatTheClientAcceptsIsDue() {
    var first = add(0, 8, 400);
    var second = add(1, 8, 200); // eight hours are agreed: two of these are above
    as(rosa, () -> timesheets.submit(rosa, signed.id(), week).orFail());
    assertThat(as(lucia, () -> reviews.allow(lucia, signed.id(), week, 121)))
        .isInstanceOf(Outcome.Refused.class);
    as(lucia, () -> reviews.allow(lucia, signed.id(), week, 45).orFail());
    as(lucia, () -> reviews.acceptAll(lucia, signed.id(), week, null).orFail());
    mover.skipTo(week.closesAt().plusSeconds(1));
    assertThat(now(first).facts().over()).isZero();
    assertThat(now(second).facts().over()).isEqualTo(75);
    assertThat(state(second)).isEqualTo(State.ACCEPTED);
  }

  @Test
  void aCorrectionOfASubmittedLineKeepsWhatStoodThere() {
    var line = add(0, 9, 60);
    as(rosa, () -> timesheets.submit(rosa, signed.id(), week).orFail());
    var id = line.facts().id();
    var shorter =
        new Said(Samples.span(line.facts().span().from().toString(), 45), null, "Solo el banco");
    assertThat(as(rosa, () -> entries.change(rosa, signed.id(), id, seen(line), shorter, null)))
        .isInstanceOf(Outcome.Refused.class);
    as(
        rosa,
        () -> entries.change(rosa, signed.id(), id, seen(line), shorter, "I had lunch").orFail());
    List<EntryHistory.Change> changes =
        as(lucia, () -> transactions.execute(t -> history.changes(List.of(id))));
    assertThat(changes)
        .singleElement()
        .satisfies(change -> {
          assertThat(change.before()).isEqualTo(line.facts().said());
          assertThat(change.reason()).isEqualTo("I had lunch");
        });
    assertThat(sheet().facts().minutes()).isEqualTo(45);
    mover.moveTo(week.submitsAt());
    assertThat(as(rosa, () -> entries.change(rosa, signed.id(), id, seen(line), shorter, "Again")))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void theTimerRunsThroughBothChangesOfTheClocksAndOverMidnight() {
    crossed(); // an hour is missing at two, or comes twice at three
    crossed(); // and the other one, half a year later
  }

  /** From half past eleven in Madrid before the next change on, for five hours. */
  private void crossed() {
    var change = MADRID.getRules().nextTransition(clock.instant().plus(Duration.ofDays(1)));
    var day = LocalDate.ofInstant(change.getInstant(), MADRID);
    var start = day.atStartOfDay(MADRID).minusMinutes(30).toInstant();
    mover.skipTo(start);
    var begin = new Stopwatch.Start(signed.id(), null, Samples.NOTE, UUID.randomUUID(), start);
    var running = as(rosa, () -> stopwatch.start(rosa, begin).orFail()).running();
    mover.moveTo(start.plus(Duration.ofHours(5)));
    var at = start.plus(Duration.ofHours(5));
    var stop = as(rosa, () -> stopwatch.stop(rosa, running.id(), null, at).orFail());
    assertThat(((Stop.Recorded) stop).minutes()).isEqualTo(300);
    var span = ((Stop.Recorded) stop).lines().getFirst().facts().span();
    assertThat(Days.touched(span, MADRID).values()).containsExactly(30, 270);
    assertThat(LocalDate.ofInstant(span.to(), MADRID))
        .isEqualTo(LocalDate.ofInstant(start, MADRID).plusDays(1));
  }

  @Test
  void aTimerOverTheEndOfTheWeekIsTwoLines() {
    var start = week.to().minus(Duration.ofMinutes(30));
    mover.moveTo(start);
    var begin = new Stopwatch.Start(signed.id(), null, Samples.NOTE, UUID.randomUUID(), start);
    var running = as(rosa, () -> stopwatch.start(rosa, begin).orFail()).running();
    var at = start.plus(Duration.ofHours(1));
    mover.moveTo(at);
    var stop = as(rosa, () -> stopwatch.stop(rosa, running.id(), null, at).orFail());
    assertThat(((Stop.Recorded) stop).lines())
        .extracting(e -> e.facts().week())
        .containsExactly(week, week.next());
  }

  @Test
  void whatRunsAtMondayNoonIsPartedAtTheEndOfTheWeek() {
    add(0, 9, 30);
    var start = week.to().minus(Duration.ofMinutes(90));
    mover.moveTo(start);
    var begin = new Stopwatch.Start(signed.id(), null, "", UUID.randomUUID(), start);
    as(rosa, () -> stopwatch.start(rosa, begin).orFail());
    mover.moveTo(week.submitsAt().plusSeconds(1));
    assertThat(sheet().facts().minutes()).isEqualTo(120);
    assertThat(lines()).extracting(Entry::state).containsOnly(State.SUBMITTED);
    assertThat(lines()).extracting(e -> e.facts().said().described()).containsExactly(true, false);
    assertThat(as(rosa, () -> stopwatch.running(rosa)).orElseThrow().startedAt())
        .isEqualTo(week.to());
  }

  @Test
  void afterTheEndWhatCameBeforeIsWrittenAndTheLastWeekClosesAsAnyOther() {
    var line = add(0, 9, 60);
    var version = engagements.find(signed.id()).orElseThrow().facts().version();
    as(lucia, () -> engagements.leave(lucia, signed.id(), version, "Unsafe").orFail());
    var from = week.from().plus(Duration.ofHours(7));
    mover.moveTo(from.plus(Duration.ofHours(12)));
    var said = new Said(new Span(from, from.plusSeconds(600)), null, Samples.NOTE);
    as(rosa, () -> entries.add(rosa, signed.id(), said).orFail());
    var later = from.plus(Duration.ofHours(5));
    var after = new Said(new Span(later, later.plusSeconds(600)), null, Samples.NOTE);
    assertThat(as(rosa, () -> entries.add(rosa, signed.id(), after)))
        .isInstanceOf(Outcome.Refused.class);
    mover.skipTo(week.closesAt().plusSeconds(1));
    assertThat(state(line)).isEqualTo(State.ACCEPTED);
  }

  @Test
  void nobodyDecidesOnOwnHoursAndStrangersFindNothing() {
    var line = add(0, 9, 60);
    as(rosa, () -> timesheets.submit(rosa, signed.id(), week).orFail());
    var id = line.facts().id();
    int version = seen(line);
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> as(rosa, () -> reviews.accept(rosa, signed.id(), id, version)));
    var stranger = people.client("Other");
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> as(stranger, () -> reviews.accept(stranger, signed.id(), id, version)));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> as(stranger, () -> entries.get(signed.id(), id)));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> as(lucia, () -> entries.remove(lucia, signed.id(), id, version)));
  }

  @Test
  void ofTwoDecisionsOnOnePageTheSecondIsTold() {
    var line = add(0, 9, 60);
    as(rosa, () -> timesheets.submit(rosa, signed.id(), week).orFail());
    var id = line.facts().id();
    int page = seen(line);
    as(lucia, () -> reviews.accept(lucia, signed.id(), id, page).orFail());
    assertThat(as(lucia, () -> reviews.query(lucia, signed.id(), id, page, "What?")))
        .isInstanceOf(Outcome.Refused.class);
  }
}
