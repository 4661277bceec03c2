package org.diestra.work.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.RunningContracts;
import org.diestra.work.time.Entry.Said;
import org.diestra.work.time.Entry.Source;
import org.diestra.work.time.Entry.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** No hours are due that the client had no moment to look at, and the timer says what it saw. */
@HouseTest
class AcceptedUnseenTests {
  @Autowired RunningContracts contracts;
  @Autowired Entries entries;
  @Autowired EntryStore store;
  @Autowired SheetStore sheets;
  @Autowired Timesheets timesheets;
  @Autowired Reviews reviews;
  @Autowired Stopwatch stopwatch;
  @Autowired ClockMover mover;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionOperations transactions;

  Signed signed;
  Viewer rosa;
  Viewer lucia;
  Week week;

  @BeforeEach
  void aWeekBegins() {
    signed = contracts.hourly();
    rosa = signed.assistant();
    lucia = signed.client();
    week = Week.of(clock.instant()).next();
    mover.skipTo(week.from());
  }

  private Said said(int hour, int minutes) {
    var from = week.from().plus(Duration.ofHours(hour));
    return new Said(new Span(from, from.plusSeconds(60L * minutes)), null, Samples.NOTE);
  }

  private Entry add(int hour, int minutes) {
    var said = said(hour, minutes);
    if (clock.instant().isBefore(said.span().to())) {
      mover.moveTo(said.span().to());
    }
    return as(rosa, () -> entries.add(rosa, signed.id(), said).orFail()).getFirst();
  }

  private Entry now(Entry entry) {
    return as(rosa, () -> entries.get(signed.id(), entry.facts().id()));
  }

  private Outcome<Entry> change(Entry line, Said said) {
    int seen = now(line).facts().version();
    return as(
        rosa, () -> entries.change(rosa, signed.id(), line.facts().id(), seen, said, "So it was"));
  }

  private List<Entry> lines() {
    return as(lucia, () -> transactions.execute(t -> store.week(signed.id(), week)));
  }

  private Running start(String note, Instant at) {
    var start = new Stopwatch.Start(signed.id(), null, note, UUID.randomUUID(), at);
    return as(rosa, () -> stopwatch.start(rosa, start).orFail()).running();
  }

  private List<Entry> stop(Running running, Instant at) {
    var stop = as(rosa, () -> stopwatch.stop(rosa, running.id(), Samples.NOTE, at).orFail());
    return ((Stop.Recorded) stop).lines();
  }

  private static String key(Outcome<?> outcome) {
    return outcome.fold(done -> "", Refusal::key);
  }

  @Test
  void aQuestionIsNotAnsweredWithMoreHours() {
    var line = add(9, 60);
    mover.moveTo(week.submitsAt().plusSeconds(1));
    int seen = now(line).facts().version();
    as(lucia, () -> reviews.query(lucia, signed.id(), line.facts().id(), seen, "What?").orFail());
    assertThat(key(change(line, said(9, 720)))).isEqualTo("time.refused.longer");
    change(line, said(9, 45)).orFail();
    assertThat(key(change(line, said(9, 60)))).isEqualTo("time.refused.longer");
  }

  @Test
  void whatTheTimerCountedIsNotStretchedByHand() {
    mover.moveTo(week.from().plus(Duration.ofHours(9)));
    var running = start(Samples.NOTE, null);
    mover.moveTo(clock.instant().plus(Duration.ofMinutes(30)));
    var line = stop(running, null).getFirst();
    mover.moveTo(week.from().plus(Duration.ofHours(18)));
    assertThat(key(change(line, said(9, 480)))).isEqualTo("time.refused.counted");
    assertThat(key(change(line, said(10, 20)))).isEqualTo("time.refused.counted");
    var shorter = line.facts().span().within(line.facts().span().from(), week.to()).orElseThrow();
    var ten = new Span(shorter.from(), shorter.from().plusSeconds(600));
    assertThat(change(line, new Said(ten, null, "Only the bank")).orFail().facts().source())
        .isEqualTo(Source.TIMER);
  }

  @Test
  void whatCameSinceThePageWasMadeIsNotAcceptedWithIt() {
    add(9, 60);
    as(rosa, () -> timesheets.submit(rosa, signed.id(), week).orFail());
    var page = Reviews.mark(lines());
    var late = add(11, 120);
    assertThat(as(lucia, () -> reviews.acceptAll(lucia, signed.id(), week, page)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(now(late).state()).isEqualTo(State.SUBMITTED);
    var anew = Reviews.mark(lines());
    as(lucia, () -> reviews.acceptAll(lucia, signed.id(), week, anew).orFail());
    assertThat(lines()).allMatch(Entry::due);
  }

  @Test
  void aNoteOfNineLettersOfWhichOneIsTwoUnitsIsNoneYet() {
    mover.moveTo(week.from().plus(Duration.ofHours(9)));
    start("Correos 😀", null);
    mover.moveTo(clock.instant().plus(Duration.ofMinutes(10)));
    start(Samples.NOTE, null); // stops the first one
    assertThat(lines()).singleElement().matches(e -> !e.facts().said().described());
  }

  @Test
  void whatWasPartedOnMondayIsCutAsAnyOther() {
    add(9, 30);
    mover.moveTo(week.to().minus(Duration.ofMinutes(90)));
    start(Samples.NOTE, null);
    mover.moveTo(week.submitsAt().plusSeconds(1));
    assertThat(as(rosa, () -> stopwatch.running(rosa))).isPresent();
    mover.moveTo(week.to().plus(Duration.ofHours(17)));
    assertThat(as(rosa, () -> stopwatch.running(rosa))).isEmpty();
  }

  @Test
  void whatADeviceTellsLaterIsSaidToBeSoAndCountsAsWrittenByHand() {
    mover.moveTo(week.from().plus(Duration.ofHours(20)));
    var running = start(Samples.NOTE, clock.instant().minus(Duration.ofHours(10)));
    var told = stop(running, clock.instant());
    assertThat(told).extracting(e -> e.facts().source()).containsOnly(Source.SENT);
    var tariff = as(rosa, () -> transactions.execute(t -> sheets.find(signed.id(), week)));
    assertThat(Tally.of(told, tariff.orElseThrow().facts().tariff(), 0).manual()).isEqualTo(600);

    var second = start(Samples.NOTE, clock.instant());
    mover.moveTo(clock.instant().plus(Duration.ofHours(2)));
    var late = stop(second, clock.instant().minus(Duration.ofHours(1)));
    assertThat(late).extracting(e -> e.facts().source()).containsOnly(Source.SENT);

    var third = start(Samples.NOTE, clock.instant());
    mover.moveTo(clock.instant().plus(Duration.ofMinutes(30)));
    var seen = stop(third, clock.instant().minus(Duration.ofMinutes(5)));
    assertThat(seen).extracting(e -> e.facts().source()).containsOnly(Source.TIMER);
  }

  @Test
  void theClientIsToldOfAWeekWrittenByHandThatItShouldLookAtIt() {
    add(9, 60);
    as(rosa, () -> timesheets.submit(rosa, signed.id(), week).orFail());
    assertThat(told()).contains("time.notice.submitted.manual");
    mover.moveTo(week.remindsAt().plusSeconds(1));
    assertThat(told()).contains("time.notice.reminder.manual");
  }

  private List<String> told() {
    return jdbc.sql("select key from notifications.notice where recipient = :person")
        .param("person", lucia.id().value())
        .query(String.class)
        .list();
  }

  @Test
  void whatIsSentAfterMondayNoonStandsBeforeTheClientAtOnce() {
    var line = add(9, 60);
    int seen = line.facts().version();
    as(rosa, () -> entries.remove(rosa, signed.id(), line.facts().id(), seen).orFail());
    mover.skipTo(week.submitsAt().plus(Duration.ofHours(1)));
    var running = start(Samples.NOTE, week.to().minus(Duration.ofMinutes(90)));
    stop(running, week.to().minus(Duration.ofMinutes(30)));
    mover.moveTo(clock.instant().plusSeconds(2));
    assertThat(lines()).extracting(Entry::state).containsExactly(State.SUBMITTED);
  }
}
