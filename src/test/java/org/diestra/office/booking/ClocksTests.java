package org.diestra.office.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.diestra.office.booking.Hours.Span;
import org.diestra.office.booking.Slots.Host;
import org.junit.jupiter.api.Test;

/** The days of section 15 of the domain on which clocks change. */
class ClocksTests extends Asking {
  @Test
  void anHourThatTheClockJumpsOverIsNotThere() {
    var night = host(ANA, MADRID, 1, 5);
    var found = slots(demand(MADRID, 30, 30), "2027-03-01T00:00:00Z", "2027-03-28", night);
    assertThat(shown(found, MADRID))
        .containsExactly(
            "01:00+01:00",
            "01:30+01:00",
            "03:00+02:00",
            "03:30+02:00",
            "04:00+02:00",
            "04:30+02:00");
    // an hour across the jump is an hour on the stop watch
    var hour = slots(demand(MADRID, 60, 30), "2027-03-01T00:00:00Z", "2027-03-28", night);
    assertThat(shown(hour, MADRID)).contains("01:30+01:00").doesNotContain("04:30+02:00");
    assertThat(hour.get(1).end()).isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
    // hours that open within the jump open at its end
    var within =
        new Host(
            ANA,
            new Hours(MADRID, Map.of(DayOfWeek.SUNDAY, List.of(new Span(150, 270))), Map.of()),
            List.of());
    assertThat(
            shown(
                slots(demand(MADRID, 30, 30), "2027-03-01T00:00:00Z", "2027-03-28", within),
                MADRID))
        .containsExactly("03:00+02:00", "03:30+02:00", "04:00+02:00");
  }

  @Test
  void aTimeThatComesTwiceIsTheFirst() {
    var night = host(ANA, MADRID, 1, 4);
    var found = slots(demand(MADRID, 30, 30), "2027-10-01T00:00:00Z", "2027-10-31", night);
    assertThat(shown(found, MADRID))
        .containsExactly(
            "01:00+02:00",
            "01:30+02:00",
            "02:00+02:00",
            "02:30+02:00",
            "03:00+01:00",
            "03:30+01:00");
    // from two to three is two hours long that night
    var two =
        slots(
            demand(MADRID, 90, 30), "2027-10-01T00:00:00Z", "2027-10-31", host(ANA, MADRID, 2, 3));
    assertThat(shown(two, MADRID)).containsExactly("02:00+02:00", "02:30+02:00");
    // a host in a zone whose hours end within the repeated hour ends with its first
    var ends =
        new Host(
            ANA,
            new Hours(MADRID, Map.of(DayOfWeek.SUNDAY, List.of(new Span(60, 150))), Map.of()),
            List.of());
    assertThat(
            shown(
                slots(demand(MADRID, 30, 30), "2027-10-01T00:00:00Z", "2027-10-31", ends), MADRID))
        .containsExactly("01:00+02:00", "01:30+02:00", "02:00+02:00");
  }

  @Test
  void newYorkChangesItsClocksOnOtherDays() {
    var night = host(ANA, NEW_YORK, 0, 4);
    var autumn = slots(demand(NEW_YORK, 60, 60), "2026-10-02T00:00:00Z", "2026-11-01", night);
    assertThat(shown(autumn, NEW_YORK))
        .containsExactly("00:00-04:00", "01:00-04:00", "02:00-05:00", "03:00-05:00");
    var spring = slots(demand(NEW_YORK, 60, 60), "2027-03-01T00:00:00Z", "2027-03-14", night);
    assertThat(shown(spring, NEW_YORK))
        .containsExactly("00:00-05:00", "01:00-05:00", "03:00-04:00");
    // the office's hours stay on its wall, and move on a guest's in Madrid for three weeks
    var office = host(ANA, NEW_YORK, 9, 10);
    var before = slots(demand(NEW_YORK, 60, 60), "2027-03-01T00:00:00Z", "2027-03-13", office);
    var between = slots(demand(NEW_YORK, 60, 60), "2027-03-01T00:00:00Z", "2027-03-15", office);
    var after = slots(demand(NEW_YORK, 60, 60), "2027-03-01T00:00:00Z", "2027-03-29", office);
    assertThat(shown(before, MADRID)).containsExactly("15:00+01:00");
    assertThat(shown(between, MADRID)).containsExactly("14:00+01:00");
    assertThat(shown(after, MADRID)).containsExactly("15:00+02:00");
  }

  @Test
  void hostAndGuestMayChangeTheirClocksInOppositeDirections() {
    var sydney = ZoneId.of("Australia/Sydney"); // back on 2027-04-04, while Madrid went forward
    var office = host(ANA, MADRID, 9, 10);
    var march = slots(demand(MADRID, 60, 60), "2027-03-01T00:00:00Z", "2027-03-27", office);
    var between = slots(demand(MADRID, 60, 60), "2027-03-01T00:00:00Z", "2027-03-30", office);
    var april = slots(demand(MADRID, 60, 60), "2027-03-01T00:00:00Z", "2027-04-05", office);
    assertThat(shown(march, sydney)).containsExactly("19:00+11:00");
    assertThat(shown(between, sydney)).containsExactly("18:00+11:00");
    assertThat(shown(april, sydney)).containsExactly("17:00+10:00");
    assertThat(shown(april, MADRID)).containsExactly("09:00+02:00");
  }

  @Test
  void noticeInHoursIsElapsedAndInDaysIsOfTheCalendar() {
    var office = host(ANA, MADRID, 9, 13);
    var hourly = demand(MADRID, 60, 60);
    // a day of 23 hours lies between: 24 of them end at 11 o'clock
    var hours = slots(notice(hourly, 24, 0, 365), "2027-03-27T09:00:00Z", "2027-03-28", office);
    assertThat(shown(hours, MADRID)).containsExactly("11:00+02:00", "12:00+02:00");
    var autumn = slots(notice(hourly, 24, 0, 365), "2027-10-30T08:00:00Z", "2027-10-31", office);
    assertThat(shown(autumn, MADRID))
        .containsExactly("09:00+01:00", "10:00+01:00", "11:00+01:00", "12:00+01:00");
    var days = slots(notice(hourly, 0, 1, 365), "2027-03-27T22:30:00Z", "2027-03-28", office);
    assertThat(days).hasSize(4);
    // half past midnight in Madrid is the next day there already
    assertThat(slots(notice(hourly, 0, 1, 365), "2027-03-27T23:30:00Z", "2027-03-28", office))
        .isEmpty();
  }

  @Test
  void quarterHoursOfKathmanduAndTheFarSideOfTheDateLine() {
    var kathmandu = ZoneId.of("Asia/Kathmandu");
    var nepal =
        slots(
            demand(kathmandu, 60, 60),
            "2027-01-01T00:00:00Z",
            "2027-01-05",
            host(ANA, kathmandu, 9, 11));
    assertThat(nepal.getFirst().start()).isEqualTo(Instant.parse("2027-01-05T03:15:00Z"));
    assertThat(shown(nepal, MADRID)).containsExactly("04:15+01:00", "05:15+01:00");
    var apia = ZoneId.of("Pacific/Apia"); // thirteen hours ahead
    var samoa =
        slots(demand(apia, 60, 60), "2027-01-01T00:00:00Z", "2027-01-05", host(ANA, apia, 9, 10));
    assertThat(samoa.getFirst().start()).isEqualTo(Instant.parse("2027-01-04T20:00:00Z"));
    // the date that it left out in 2011
    var missing =
        slots(demand(apia, 60, 60), "2011-12-01T00:00:00Z", "2011-12-30", host(ANA, apia, 9, 10));
    assertThat(missing).isEmpty();
    assertThat(
            slots(
                demand(apia, 60, 60), "2011-12-01T00:00:00Z", "2011-12-31", host(ANA, apia, 9, 10)))
        .hasSize(1);
  }
}
