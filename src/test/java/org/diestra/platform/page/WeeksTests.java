package org.diestra.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.base.WorkWeek.Span;
import org.junit.jupiter.api.Test;

class WeeksTests {
  private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");

  @Test
  void daysWithTheSameHoursStandTogether() {
    var days = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
    var split = List.of(new Span(8, 12), new Span(14, 18));
    for (var day : List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY)) {
      days.put(day, split);
    }
    days.put(DayOfWeek.SATURDAY, List.of(new Span(9, 24)));
    var week = WorkWeek.of(BOGOTA, days);
    assertThat(Weeks.text(week, Locale.ENGLISH))
        .isEqualTo("Mon–Wed 08:00–12:00, 14:00–18:00; Sat 09:00–24:00");
    assertThat(Weeks.text(week, Locale.of("es"))).startsWith("lun–mié ");
  }

  @Test
  void aFreeWeekHasNothingToSay() {
    assertThat(Weeks.lines(WorkWeek.none(BOGOTA), Locale.ENGLISH)).isEmpty();
  }
}
