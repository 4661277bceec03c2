package org.diestra.work.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.RunningContracts;
import org.diestra.work.time.Entry.Said;
import org.diestra.work.time.Entry.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Whatever two people press, for two contracts of one assistant over some weeks: no two lines
 * overlap, the minutes add up, and each line came to where it is step by step.
 */
@HouseTest
class TimeSequenceTests {
  @Autowired RunningContracts contracts;
  @Autowired Stopwatch stopwatch;
  @Autowired Entries entries;
  @Autowired EntryStore store;
  @Autowired EntryHistory history;
  @Autowired SheetStore sheets;
  @Autowired Timesheets timesheets;
  @Autowired Reviews reviews;
  @Autowired ClockMover mover;
  @Autowired Clock clock;
  @Autowired TransactionOperations transactions;

  @ParameterizedTest
  @ValueSource(longs = {5, 17, 2026})
  void nothingOverlapsAndEverythingAddsUp(long seed) {
    var random = new Random(seed);
    var begun = clock.instant();
    var one = contracts.hourly();
    var both = List.of(one, contracts.hourly(one.client(), one.assistant()));
    for (int step = 0; step < 120; step++) {
      press(random, both.get(random.nextInt(2)));
      mover.skipTo(clock.instant().plus(Duration.ofMinutes(random.nextInt(300))));
    }
    var rosa = one.assistant();
    List<Entry> all =
        as(
            rosa,
            () ->
                transactions.execute(
                    t -> store.of(rosa.id(), begun, clock.instant().plus(1, ChronoUnit.DAYS))));
    assertThat(all).isNotEmpty();
    for (int i = 1; i < all.size(); i++) {
      assertThat(all.get(i).facts().span().from())
          .isAfterOrEqualTo(all.get(i - 1).facts().span().to());
    }
    addsUp(rosa, all);
    stepByStep(rosa, all);
  }

  private void press(Random random, Signed signed) {
    var rosa = signed.assistant();
    var now = clock.instant();
    var from = now.truncatedTo(ChronoUnit.MINUTES).minusSeconds(60L * random.nextInt(600));
    var said =
        new Said(
            new Span(from, from.plusSeconds(60L * (1 + random.nextInt(90)))), null, Samples.NOTE);
    var week = random.nextInt(4) == 0 ? Week.of(now).previous() : Week.of(now);
    switch (random.nextInt(8)) {
      case 0, 1 ->
          as(
              rosa,
              () ->
                  stopwatch.start(
                      rosa,
                      new Stopwatch.Start(
                          signed.id(),
                          null,
                          random.nextBoolean() ? "" : Samples.NOTE,
                          UUID.randomUUID(),
                          now.minusSeconds(random.nextInt(3000)))));
      case 2 ->
          as(rosa, () -> stopwatch.running(rosa))
              .ifPresent(r -> as(rosa, () -> stopwatch.stop(rosa, r.id(), Samples.NOTE, from)));
      case 3 -> as(rosa, () -> entries.add(rosa, signed.id(), said));
      case 4 -> as(rosa, () -> entries.fill(rosa, signed.id(), week, typed(random)));
      case 5 ->
          sheet(rosa, signed, week)
              .ifPresent(s -> as(rosa, () -> timesheets.submit(rosa, signed.id(), week)));
      default -> line(random, signed, week);
    }
  }

  private static SheetForm typed(Random random) {
    var cell = "-0-" + random.nextInt(8);
    return new SheetForm(
        Map.of(
            "task-0",
            "",
            "note-0",
            Samples.NOTE,
            "was" + cell,
            "",
            "cell" + cell,
            String.valueOf(1 + random.nextInt(4))));
  }

  private java.util.Optional<Timesheet> sheet(Viewer viewer, Signed signed, Week week) {
    return as(viewer, () -> transactions.execute(t -> sheets.find(signed.id(), week)));
  }

  private void line(Random random, Signed signed, Week week) {
    var lucia = signed.client();
    var rosa = signed.assistant();
    List<Entry> lines = as(lucia, () -> transactions.execute(t -> store.week(signed.id(), week)));
    if (lines.isEmpty()) {
      return;
    }
    var facts = lines.get(random.nextInt(lines.size())).facts();
    var id = signed.id();
    switch (random.nextInt(4)) {
      case 0 -> as(lucia, () -> reviews.query(lucia, id, facts.id(), facts.version(), "Why?"));
      case 1 -> as(rosa, () -> reviews.answer(rosa, id, facts.id(), facts.version(), "So"));
      case 2 -> as(lucia, () -> reviews.dispute(lucia, id, facts.id(), facts.version(), "No"));
      default -> as(lucia, () -> reviews.accept(lucia, id, facts.id(), facts.version()));
    }
  }

  private void addsUp(Viewer rosa, List<Entry> all) {
    var sums = new HashMap<String, Integer>();
    all.forEach(e ->
        sums.merge(
            e.facts().contract() + "/" + e.facts().week(), e.facts().minutes(), Integer::sum));
    for (var entry : all) {
      var facts = entry.facts();
      Timesheet sheet =
          as(rosa, () -> transactions.execute(t -> sheets.find(facts.contract(), facts.week())))
              .orElseThrow();
      assertThat(sheet.facts().minutes()).isEqualTo(sums.get(sheet.facts().key()));
    }
  }

  private void stepByStep(Viewer rosa, List<Entry> all) {
    var ids = all.stream().map(e -> e.facts().id()).toList();
    List<EntryHistory.Move> moves = as(rosa, () -> transactions.execute(t -> history.moves(ids)));
    var at = new HashMap<EntryId, State>();
    for (var move : moves) {
      assertThat(at.getOrDefault(move.entry(), State.OPEN)).isEqualTo(move.from());
      at.put(move.entry(), move.to());
    }
    all.forEach(e -> assertThat(at.getOrDefault(e.facts().id(), State.OPEN)).isEqualTo(e.state()));
  }
}
