package org.diestra.hiring.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.base.WorkWeek.Span;
import org.junit.jupiter.api.Test;

class HoursTests {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

  private static WorkWeek office(ZoneId zone, int from, int to) {
    return WorkWeek.daily(zone, from, to, DayOfWeek.values());
  }

  private static Hours hours(ZoneId mine, ZoneId theirs) {
    return new Hours(office(mine, 9, 18), office(theirs, 9, 17), mine, theirs);
  }

  @Test
  void hoursThatBothWorkAreOffered() {
    var day = hours(MADRID, NEW_YORK).days(Instant.parse("2026-12-01T01:00:00Z")).getFirst();

    assertThat(day.starts())
        .containsExactly(
            Instant.parse("2026-12-01T14:00:00Z"),
            Instant.parse("2026-12-01T15:00:00Z"),
            Instant.parse("2026-12-01T16:00:00Z"));
    assertThat(day.bar().shared()).containsExactly(new Span(15, 18));
    assertThat(day.bar().own()).containsExactly(new Span(15, 23));
  }

  @Test
  void betweenTheTwoChangesOfTheClocksTheyAreAnHourCloser() {
    // New York is on summer time from 14 March 2027, Madrid from 28 March
    var day = hours(MADRID, NEW_YORK).days(Instant.parse("2027-03-15T01:00:00Z")).getFirst();

    assertThat(day.bar().shared()).containsExactly(new Span(14, 18));
    assertThat(day.clock().get(2)).isEqualTo(Instant.parse("2027-03-15T11:00:00Z"));
  }

  @Test
  void anHourThatTheClocksJumpOverIsNotOffered() {
    var night = new Hours(office(MADRID, 0, 6), office(MADRID, 0, 6), MADRID, MADRID);
    var day = night.days(Instant.parse("2027-03-27T22:00:00Z")).getFirst();

    assertThat(day.date()).isEqualTo("2027-03-28");
    assertThat(day.starts())
        .containsExactly(
            Instant.parse("2027-03-27T23:00:00Z"),
            Instant.parse("2027-03-28T00:00:00Z"),
            Instant.parse("2027-03-28T01:00:00Z"),
            Instant.parse("2027-03-28T02:00:00Z"),
            Instant.parse("2027-03-28T03:00:00Z"));
  }

  @Test
  void zonesWithQuarterHoursShareWholeHoursOnly() {
    // 9:00 in Kathmandu is 4:15 in Madrid, 17:00 is 12:15: from 9 to 12 both work for whole hours
    var day = hours(MADRID, KATHMANDU).days(Instant.parse("2026-12-01T01:00:00Z")).getFirst();

    assertThat(day.bar().shared()).containsExactly(new Span(9, 12));
  }

  @Test
  void whatIsTooSoonIsNotOffered() {
    var day = hours(MADRID, NEW_YORK).days(Instant.parse("2026-12-01T14:30:00Z")).getFirst();

    assertThat(day.starts()).containsExactly(Instant.parse("2026-12-01T16:00:00Z"));
  }

  @Test
  void peopleWhoShareNoHourAreOfferedNone() {
    var apart = new Hours(office(MADRID, 9, 12), office(NEW_YORK, 9, 12), MADRID, NEW_YORK);

    assertThat(apart.days(Instant.parse("2026-12-01T01:00:00Z"))).isEqualTo(List.of());
  }
}
