package org.diestra.work.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.diestra.platform.icalendar.Repeats;
import org.diestra.work.tasks.Work.Due;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepeatTests {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  private static Due due(String local) {
    return new Due(LocalDateTime.parse(local).atZone(MADRID).toInstant(), MADRID);
  }

  private static List<String> next(Repeat repeat, String first, int count) {
    var begin = due(first);
    var all = new ArrayList<String>();
    Instant after = begin.at();
    for (int i = 0; i < count; i++) {
      var found = repeat.next(begin, after);
      if (found.isEmpty()) {
        break;
      }
      after = found.get().at();
      all.add(after.atZone(MADRID).toLocalDateTime().toString());
    }
    return all;
  }

  private static Repeat each(Repeats kind) {
    return every(1, kind, null);
  }

  private static Repeat every(int times, Repeats kind, @Nullable LocalDate until) {
    return new Repeat(kind, times, until);
  }

  @Test
  void eachFirstMonday() {
    assertThat(each(Repeats.MONTHLY_WEEKDAY).rule(LocalDate.parse("2026-12-07")))
        .isEqualTo("FREQ=MONTHLY;BYDAY=1MO");
    assertThat(next(each(Repeats.MONTHLY_WEEKDAY), "2026-12-07T17:00", 3))
        .containsExactly("2027-01-04T17:00", "2027-02-01T17:00", "2027-03-01T17:00");
  }

  @Test
  void theFifthFridayIsTheLast() {
    assertThat(next(each(Repeats.MONTHLY_WEEKDAY), "2027-01-29T17:00", 2))
        .containsExactly("2027-02-26T17:00", "2027-03-26T17:00");
  }

  @Test
  void theThirtyFirstIsTheLastDayOfAShorterMonth() {
    assertThat(next(each(Repeats.MONTHLY_DAY), "2027-01-31T09:00", 3))
        .containsExactly("2027-02-28T09:00", "2027-03-31T09:00", "2027-04-30T09:00");
  }

  @Test
  void fiveOClockStaysFiveOClockWhenTheClocksChange() {
    assertThat(next(each(Repeats.DAILY), "2027-03-27T17:00", 2))
        .containsExactly("2027-03-28T17:00", "2027-03-29T17:00");
    assertThat(next(each(Repeats.DAILY), "2027-03-27T02:30", 2))
        .as("half past two does not exist on the 28th")
        .containsExactly("2027-03-28T03:30", "2027-03-29T02:30");
  }

  @Test
  void workdaysLeaveOutTheWeekend() {
    assertThat(next(each(Repeats.WORKDAYS), "2026-12-04T17:00", 2))
        .containsExactly("2026-12-07T17:00", "2026-12-08T17:00");
  }

  @Test
  void itEndsWithItsLastDay() {
    var biweekly = every(2, Repeats.WEEKLY, LocalDate.parse("2026-12-31"));
    assertThat(next(biweekly, "2026-12-04T17:00", 9)).containsExactly("2026-12-18T17:00");
    assertThat(biweekly.text(due("2026-12-04T17:00")))
        .isEqualTo("FREQ=WEEKLY;BYDAY=FR;INTERVAL=2;UNTIL=20261231T225959Z");
  }

  @Test
  void whatLiesLongAgoIsSkippedAtOnce() {
    var found =
        each(Repeats.DAILY).next(due("2026-12-04T17:00"), Instant.parse("2126-12-04T00:00:00Z"));
    assertThat(found.orElseThrow().at()).isEqualTo(Instant.parse("2126-12-04T16:00:00Z"));
  }

  @Test
  void theTwentyNinthOfFebruaryComesEveryFourYears() {
    assertThat(next(each(Repeats.YEARLY), "2028-02-29T17:00", 1))
        .containsExactly("2032-02-29T17:00");
  }
}
