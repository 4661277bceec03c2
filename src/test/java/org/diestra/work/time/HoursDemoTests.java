package org.diestra.work.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.diestra.HouseTest;
import org.diestra.OnStage;
import org.diestra.platform.data.HouseClock;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.demo.Cast;
import org.diestra.work.contracts.Contract;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.time.Entry.Source;
import org.diestra.work.time.Timesheet.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** The bookshop's weeks are there and keep every rule, whenever the demo is filled. */
@HouseTest
@Transactional
class HoursDemoTests {
  private static final int LAST = 27; // the part that writes them
  @Autowired OnStage stage;
  @Autowired HouseClock clock;
  @Autowired HouseRights house;
  @Autowired Contracts contracts;
  @Autowired Engagements engagements;
  @Autowired EntryStore entries;
  @Autowired EntryHistory history;
  @Autowired SheetStore sheets;

  /**
   * @param day of the week before this one, on which the demo is filled
   * @param last what the week before that one has come to
   * @param lines of the week in which it is filled
   */
  @ParameterizedTest
  @CsvSource({
    "1, 00:00:30, SUBMITTED, 0",
    "1, 14:56:00, SUBMITTED, 1",
    "4, 03:00:00, SUBMITTED, 3",
    "5, 23:59:59, SUBMITTED, 5",
    "6, 00:00:00, CLOSED, 5",
    "7, 23:59:59, CLOSED, 5"
  })
  void theyHoldAtAnyHourOfTheWeek(int day, LocalTime at, State last, int lines) {
    var week = Week.of(clock.instant()).previous();
    var now = week.monday().plusDays(day - 1L).atTime(at).toInstant(ZoneOffset.UTC);
    var cast = clock.at(now, () -> stage.play(part -> part.order() <= LAST));
    house.call(() -> {
      var contract = contracts.of(cast.viewer(Cast.ASSISTANT), null).getFirst();
      asFarAsTheyHaveCome(contract, week, last, lines);
      withinTheRules(contract, now);
      return contract;
    });
  }

  private void asFarAsTheyHaveCome(Contract contract, Week week, State last, int lines) {
    var before = sheets.upTo(contract.id(), week.previous(), 9);
    assertThat(before)
        .extracting(Timesheet::state)
        .containsExactly(last, State.CLOSED, State.CLOSED, State.CLOSED, State.CLOSED);
    for (var sheet : before.subList(1, before.size())) {
      assertThat(of(contract, sheet.facts().week()))
          .hasSizeGreaterThan(3)
          .extracting(Entry::state)
          .containsOnly(Entry.State.ACCEPTED);
    }
    assertThat(of(contract, week.previous()))
        .extracting(Entry::state)
        .contains(last == State.CLOSED ? Entry.State.ACCEPTED : Entry.State.ANSWERED);
    assertThat(of(contract, week)).hasSize(lines).allMatch(Entry.Open.class::isInstance);
    var all = all(contract);
    assertThat(all).extracting(e -> e.facts().source()).contains(Source.TIMER, Source.MANUAL);
    assertThat(history.moves(all.stream().map(e -> e.facts().id()).toList()))
        .filteredOn(move -> move.words() != null)
        .extracting(EntryHistory.Move::to)
        .hasSize(4)
        .containsOnly(Entry.State.QUERIED, Entry.State.ANSWERED);
  }

  private void withinTheRules(Contract contract, Instant now) {
    var run = engagements.runs(contract.id()).getFirst();
    assertThat(run.from()).isAfter(contract.signedAt());
    for (var entry : all(contract)) {
      var span = entry.facts().span();
      assertThat(run.holds(span.from(), span.to())).as("%s", span).isTrue();
      assertThat(entry.facts().madeAt()).isBetween(span.to(), now);
    }
    for (var sheet : sheets.upTo(contract.id(), Week.of(now), 9)) {
      var facts = sheet.facts();
      var minutes = of(contract, facts.week()).stream().mapToInt(e -> e.facts().minutes()).sum();
      assertThat(facts.minutes()).isEqualTo(minutes).isLessThanOrEqualTo(facts.tariff().cap());
    }
  }

  private List<Entry> of(Contract contract, Week week) {
    return entries.week(contract.id(), week);
  }

  private List<Entry> all(Contract contract) {
    return entries.of(contract.assistant(), Instant.EPOCH, clock.instant());
  }
}
