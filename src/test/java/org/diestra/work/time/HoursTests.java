package org.diestra.work.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.work.time.Samples.line;
import static org.diestra.work.time.Samples.span;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.work.engagements.Run;
import org.diestra.work.time.Days.Day;
import org.diestra.work.time.Entry.Source;
import org.diestra.work.time.Fit.Other;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days, cells, the sheet and the cap, without a house around them. */
class HoursTests {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
  private static final Week WEEK = Week.read("2026-11-23").orElseThrow();
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final List<Run> RUNS =
      List.of(new Run(Instant.parse("2026-01-01T00:00:00Z"), null));

  private static Fit fit(List<Entry> lines, ZoneId zone, Instant now) {
    return new Fit(RUNS, lines.stream().map(Other::of).toList(), null, zone, now);
  }

  @Test
  void theWeekOfUtcTouchesEightDaysInBogotaAndSevenInUtc() {
    var days = Days.of(WEEK, BOGOTA);
    assertThat(days).hasSize(8);
    assertThat(days.getFirst().date()).hasToString("2026-11-22");
    assertThat(days.getFirst().from()).isEqualTo(WEEK.from());
    assertThat(days.getLast().to()).isEqualTo(WEEK.to());
    assertThat(Days.of(WEEK, ZoneId.of("UTC"))).hasSize(7);
  }

  @Test
  void aTimerOverMidnightCountsOnBothDays() {
    var touched = Days.touched(span("2026-11-24T22:30:00Z", 120), MADRID);
    assertThat(touched.values()).containsExactly(30, 90);
  }

  @Test
  void anHourThatComesTwiceAndOneThatIsMissingCountAsTheyPassed() {
    // 00:30 to 04:00 on the clock in Madrid: four hours and a half in October, two and a half in
    // March
    assertThat(Days.touched(span("2026-10-24T22:30:00Z", 270), MADRID).values())
        .containsExactly(270);
    assertThat(
            Days.whole(java.time.LocalDate.parse("2026-10-25"), MADRID)
                .minutes(span("2026-10-25T00:00:00Z", 60)))
        .isEqualTo(60);
    assertThat(read("2026-10-25", "00:30", "04:00", "", "").minutes()).isEqualTo(270);
    assertThat(read("2027-03-28", "00:30", "04:00", "", "").minutes()).isEqualTo(150);
    assertThat(read("2026-10-25", "02:15", "02:45", "", "second").minutes()).isEqualTo(90);
  }

  private static Span read(String day, String from, String to, String first, String last) {
    var form = new EntryForm(day, from, to, first, last, "", Samples.NOTE, "", 0);
    var problems = new Problems();
    var said = form.read(MADRID, problems);
    assertThat(problems.all()).isEmpty();
    return said.span();
  }

  @Test
  void aMissingHourIsToldAndARepeatedOneIsAskedFor() {
    var form = new EntryForm("2027-03-28", "02:30", "04:00", "", "", "", Samples.NOTE, "", 0);
    var problems = new Problems();
    assertThat(form.read(MADRID, problems)).isNull();
    assertThat(problems.at("from").key()).isEqualTo("time.clock.skipped");
    assertThat(problems.at("from").args()).containsExactly("02:30", "02:00", "03:00");
    assertThat(form.asksTurn(MADRID)).isFalse();
    assertThat(EntryForm.on(java.time.LocalDate.parse("2026-10-25")).asksTurn(MADRID)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1:30|90",
        "1.5|90",
        "1,5|90",
        "90m|90",
        "90 min|90",
        "2|120",
        "2h|120",
        "1h 30m|90",
        "1h30|90",
        ".5|30",
        "1.33|79",
        "0|0",
        "''|0",
        "16:00|960"
      })
  void aCellReadsHoursTheWayPeopleWriteThem(String typed, int minutes) {
    assertThat(CellText.read(typed)).contains(new CellText.Length(minutes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1:75", "-1", "1:2:3", "17", "9-9", "25:00-26:00", "=1+1"})
  void aCellSaysWhatItCannotRead(String typed) {
    assertThat(CellText.read(typed)).isEmpty();
  }

  @Test
  void aLengthGoesIntoTheFirstFreeTimeFromNineOnAroundWhatIsThere() {
    var timer = line("2026-11-24T09:00:00Z", 60); // ten to eleven in Madrid
    var plan = plan(List.of(timer), "2026-11-25T00:00:00Z");
    var day = plan.days().get(1);
    assertThat(plan.set("cell-0-1", null, day, new CellText.Length(180), Samples.NOTE)).isEmpty();
    assertThat(plan.added())
        .extracting(Entry.Said::span)
        .containsExactly(span("2026-11-24T08:00:00Z", 60), span("2026-11-24T10:00:00Z", 60));
  }

  @Test
  void whatTheTimerCountedIsNeverShortened() {
    var timer = line("2026-11-24T09:00:00Z", 60);
    var manual = line(span("2026-11-24T11:00:00Z", 60), Source.MANUAL);
    var plan = plan(List.of(timer, manual), "2026-11-25T00:00:00Z");
    var day = plan.days().get(1);
    assertThat(plan.set("c", null, day, new CellText.Length(30), Samples.NOTE).orElseThrow().key())
        .isEqualTo("time.cell.fixed");
    assertThat(plan.set("c", null, day, new CellText.Length(90), Samples.NOTE)).isEmpty();
    assertThat(plan.shortened())
        .singleElement()
        .satisfies(e -> assertThat(e.facts().span()).isEqualTo(span("2026-11-24T11:00:00Z", 30)));
  }

  @Test
  void nothingIsWrittenBeforeItHasPassed() {
    var plan = plan(List.of(), "2026-11-24T10:00:00Z"); // eleven in Madrid
    var day = plan.days().get(1);
    assertThat(plan.set("c", null, day, new CellText.Length(180), Samples.NOTE).orElseThrow().key())
        .isEqualTo("time.cell.no-room");
    assertThat(plan.set("c", null, day, new CellText.Length(120), Samples.NOTE)).isEmpty();
  }

  @Test
  void aDayWithoutRoomSaysWhetherTheContractRanOnIt() {
    var began = Instant.parse("2026-11-24T14:00:00Z"); // Tuesday at three in Madrid
    var fit = new Fit(List.of(new Run(began, null)), List.of(), null, MADRID, WEEK.to());
    var young = new SheetPlan(Days.of(WEEK, MADRID), List.of(), fit);
    assertThat(key(young, 0, 60)).isEqualTo("time.cell.not-running");
    assertThat(key(young, 1, 600)).isEqualTo("time.cell.no-room");
    var full = plan(List.of(line("2026-11-24T08:00:00Z", 900)), "2026-11-26T00:00:00Z");
    assertThat(key(full, 1, 960)).isEqualTo("time.cell.full");
  }

  private static String key(SheetPlan plan, int day, int minutes) {
    var length = new CellText.Length(minutes);
    return plan.set("c", null, plan.days().get(day), length, Samples.NOTE).orElseThrow().key();
  }

  private static SheetPlan plan(List<Entry> lines, String now) {
    return new SheetPlan(Days.of(WEEK, MADRID), lines, fit(lines, MADRID, Instant.parse(now)));
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 11, 99, 2027, 7919})
  void whateverIsTypedNothingOverlapsAndTheMinutesAddUp(long seed) {
    var random = new Random(seed);
    for (int run = 0; run < 60; run++) {
      var lines = new ArrayList<Entry>();
      for (int i = random.nextInt(6); i > 0; i--) {
        var at = WEEK.from().plusSeconds(60L * random.nextInt(6 * 24 * 60));
        var span = new Span(at, at.plusSeconds(60L * (1 + random.nextInt(180))));
        if (lines.stream().noneMatch(e -> e.facts().span().overlaps(span))) {
          lines.add(line(span, random.nextBoolean() ? Source.MANUAL : Source.TIMER));
        }
      }
      fill(random, lines, random.nextBoolean() ? MADRID : BOGOTA);
    }
  }

  private static void fill(Random random, List<Entry> lines, ZoneId zone) {
    var plan = new SheetPlan(Days.of(WEEK, zone), lines, fit(lines, zone, WEEK.to()));
    var wanted = new java.util.HashMap<Day, Integer>();
    for (var day : plan.days()) {
      int minutes = random.nextInt(600);
      if (plan.set("c", null, day, new CellText.Length(minutes), Samples.NOTE).isEmpty()) {
        wanted.put(day, minutes);
      }
    }
    var result = new ArrayList<Span>();
    lines.stream()
        .filter(e -> plan.removed().stream().noneMatch(r -> r.facts().id().equals(e.facts().id())))
        .filter(
            e -> plan.shortened().stream().noneMatch(r -> r.facts().id().equals(e.facts().id())))
        .forEach(e -> result.add(e.facts().span()));
    plan.shortened().forEach(e -> result.add(e.facts().span()));
    plan.added().forEach(s -> result.add(s.span()));
    for (int i = 0; i < result.size(); i++) {
      for (int j = i + 1; j < result.size(); j++) {
        assertThat(result.get(i).overlaps(result.get(j))).as("%s", result).isFalse();
      }
    }
    wanted.forEach((day, minutes) ->
        assertThat(result.stream().mapToInt(day::minutes).sum()).isEqualTo(minutes));
    lines.stream()
        .filter(e -> e.facts().source() == Source.TIMER)
        .forEach(e -> assertThat(result).contains(e.facts().span()));
  }

  @Test
  void aboveTheCapComesWhatWasStartedLastAndAnAcceptedPartIsTakenInOrder() {
    var one = line("2026-11-23T09:00:00Z", 300);
    var two = line("2026-11-24T09:00:00Z", 240);
    var three = line("2026-11-25T09:00:00Z", 60);
    var week = List.<Entry>of(three, one, two);
    assertThat(Cap.over(week, 480, 0))
        .containsOnly(
            java.util.Map.entry(two.facts().id(), 60), java.util.Map.entry(three.facts().id(), 60));
    assertThat(Cap.over(week, 480, 45))
        .containsOnly(
            java.util.Map.entry(two.facts().id(), 15), java.util.Map.entry(three.facts().id(), 60));
    assertThat(Cap.over(week, 480, 120)).isEmpty();
    assertThat(Cap.over(week, null, 0)).isEmpty();
    var tariff = new Tariff(EUR, Money.of(1200, "EUR"), 480);
    var tally = Tally.of(week, tariff, 45);
    assertThat(tally.total()).isEqualTo(600);
    assertThat(tally.over()).isEqualTo(75);
    assertThat(tally.worth()).isEqualTo(Money.of(10500, "EUR"));
  }

  @Test
  void worthIsRoundedHalfToEvenAtTheCent() {
    var tariff = new Tariff(EUR, Money.of(1290, "EUR"), null);
    assertThat(tariff.worth(1)).isEqualTo(Money.of(22, "EUR")); // 21.5
    assertThat(new Tariff(EUR, Money.of(1230, "EUR"), null).worth(1))
        .isEqualTo(Money.of(20, "EUR")); // 20.5
  }

  @Test
  void moreThanATenthByHandIsNotProtected() {
    var tariff = new Tariff(EUR, Money.of(1200, "EUR"), null);
    var timer = line("2026-11-23T09:00:00Z", 540);
    var tenth = line(span("2026-11-24T09:00:00Z", 60), Source.MANUAL);
    assertThat(Tally.of(List.of(timer, tenth), tariff, 0).manualProtected()).isTrue();
    var more = line(span("2026-11-24T09:00:00Z", 61), Source.MANUAL);
    assertThat(Tally.of(List.of(timer, more), tariff, 0).manualProtected()).isFalse();
  }

  @Test
  void sixteenHoursADayAreAllThatCountsAndAPauseCutsIt() {
    var long1 = line("2026-11-24T00:00:00Z", 900);
    var fit = fit(List.of(long1), MADRID, WEEK.to());
    assertThat(fit.refusal("from", span("2026-11-24T16:00:00Z", 61)).orElseThrow().key())
        .isEqualTo("time.refused.day");
    assertThat(fit.kept(span("2026-11-24T16:00:00Z", 90)))
        .containsExactly(span("2026-11-24T16:00:00Z", 60));
    var paused =
        new Fit(
            List.of(new Run(WEEK.from(), Instant.parse("2026-11-24T16:20:30Z"))),
            List.of(),
            null,
            MADRID,
            WEEK.to());
    assertThat(paused.kept(span("2026-11-24T16:00:00Z", 90)))
        .containsExactly(span("2026-11-24T16:00:00Z", 20));
  }
}
