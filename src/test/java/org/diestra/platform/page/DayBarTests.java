package org.diestra.platform.page;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.base.WorkWeek.Span;
import org.junit.jupiter.api.Test;

class DayBarTests {
  private static final ZoneId VALENCIA = ZoneId.of("Europe/Madrid");
  private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
  private static final LocalDate WINTER = LocalDate.of(2026, 11, 24);
  private static final LocalDate SUMMER = LocalDate.of(2026, 7, 7);

  @Test
  void hoursAreSharedOnTheReadersClock() {
    var bar = DayBar.of(days(BOGOTA, 7, 15), days(VALENCIA, 9, 18), WINTER);
    assertThat(bar.own()).containsExactly(new Span(13, 21));
    assertThat(bar.shared()).containsExactly(new Span(13, 18));
    assertThat(bar.sharedHours()).isEqualTo(5);
  }

  @Test
  void summerTimeMovesThem() {
    var bar = DayBar.of(days(BOGOTA, 7, 15), days(VALENCIA, 9, 18), SUMMER);
    assertThat(bar.shared()).containsExactly(new Span(14, 18));
  }

  @Test
  void aRareLateEveningIsNotATypicalDay() {
    var week = days(VALENCIA, 9, 14);
    var bits = new StringBuilder(week.hours());
    bits.setCharAt(20, '1');
    var bar = DayBar.of(new WorkWeek(bits.toString(), VALENCIA), VALENCIA, WINTER);
    assertThat(bar.own()).containsExactly(new Span(9, 14));
  }

  private static WorkWeek days(ZoneId zone, int from, int to) {
    return WorkWeek.daily(zone, from, to, MONDAY, TUESDAY, WEDNESDAY, FRIDAY);
  }
}
