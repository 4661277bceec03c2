package org.diestra.platform.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkWeekTests {
  private static final DayOfWeek[] WEEKDAYS = {
    DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY
  };
  private static final LocalDate WINTER = LocalDate.of(2026, 11, 24);
  private static final LocalDate SUMMER = LocalDate.of(2026, 7, 14);
  private final WorkWeek valencia = WorkWeek.daily(ZoneId.of("Europe/Madrid"), 9, 17, WEEKDAYS);

  @Test
  void bogotaMorningsMeetValenciaAfternoons() {
    var bogota = WorkWeek.daily(ZoneId.of("America/Bogota"), 7, 15, WEEKDAYS);
    assertThat(valencia.sharedHours(bogota, WINTER)).isEqualTo(5 * 4);
  }

  @Test
  void daylightSavingMovesTheSharedHours() {
    var lagos = WorkWeek.daily(ZoneId.of("Africa/Lagos"), 16, 20, WEEKDAYS);
    assertThat(valencia.sharedHours(lagos, WINTER)).isEqualTo(5);
    assertThat(valencia.sharedHours(lagos, SUMMER)).isZero();
  }

  @Test
  void aZoneWithThreeQuartersOfAnHourLosesNothing() {
    var kathmandu = WorkWeek.daily(ZoneId.of("Asia/Kathmandu"), 9, 17, WEEKDAYS);
    assertThat(kathmandu.quartersUtc(WINTER).cardinality()).isEqualTo(5 * 8 * 4);
    assertThat(kathmandu.in(ZoneId.of("Asia/Kathmandu"), WINTER)).isEqualTo(kathmandu);
  }

  @Test
  void sundayNightInManilaWrapsIntoTheSameWeek() {
    var manila = WorkWeek.daily(ZoneId.of("Asia/Manila"), 0, 8, DayOfWeek.MONDAY);
    assertThat(manila.quartersUtc(WINTER).cardinality()).isEqualTo(8 * 4);
    assertThat(manila.in(ZoneId.of("UTC"), WINTER).at(DayOfWeek.SUNDAY, 16)).isTrue();
  }

  @Test
  void aDayIsReadAsItsStretchesAndMadeOfThemAgain() {
    var zone = ZoneId.of("America/Bogota");
    var day = List.of(new WorkWeek.Span(0, 2), new WorkWeek.Span(8, 12), new WorkWeek.Span(22, 24));
    var week = WorkWeek.of(zone, Map.of(DayOfWeek.SUNDAY, day));
    assertThat(week.spans(DayOfWeek.SUNDAY)).isEqualTo(day);
    assertThat(week.spans(DayOfWeek.MONDAY)).isEmpty();
    assertThat(week.size()).isEqualTo(8);
  }

  /** Whether the week of a change or not: as the zone's own calendar says, hour by hour. */
  @Test
  void everyWeekOfTheYearStandsWhereTheCalendarSays() {
    for (var id :
        List.of("Europe/Madrid", "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Casablanca")) {
      var zone = ZoneId.of(id);
      var always = new WorkWeek("1000".repeat(42), zone);
      for (var day = LocalDate.of(2026, 1, 5); day.getYear() == 2026; day = day.plusWeeks(1)) {
        var start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        var expected = new BitSet();
        for (int hour = 0; hour < WorkWeek.HOURS; hour += 4) {
          var from = day.plusDays(hour / 24).atTime(hour % 24, 0).atZone(zone).toInstant();
          long quarter = Math.floorDiv(Duration.between(start, from).toMinutes(), 15L);
          for (long q = quarter; q < quarter + 4; q++) {
            expected.set((int) Math.floorMod(q, 672L));
          }
        }
        assertThat(always.quartersUtc(day)).as("%s %s", id, day).isEqualTo(expected);
      }
    }
  }
}
