package org.diestra.office.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.booking.Hours.Span;
import org.diestra.office.booking.Slots.Busy;
import org.diestra.office.booking.Slots.Host;
import org.diestra.office.booking.Slots.Slot;
import org.diestra.platform.accounts.PersonId;
import org.junit.jupiter.api.Test;

/** What section 15 of the domain says of slots on ordinary days. */
class SlotsTests extends Asking {
  @Test
  void whatIsKeptFreeAddsUpOnBothSides() {
    var wide = kept(demand(MADRID, 30, 15), 15, 5);
    // an appointment from 10:00 to 10:30 that keeps ten minutes free around itself
    var taken = busy("2027-01-05T08:50:00Z", "2027-01-05T09:40:00Z");
    var found = slots(wide, "2027-01-01T00:00:00Z", "2027-01-05", host(ANA, MADRID, 9, 12, taken));
    assertThat(shown(found, MADRID))
        .containsExactly("09:00+01:00", "09:15+01:00", "11:00+01:00", "11:15+01:00", "11:30+01:00");
  }

  @Test
  void itFitsBetweenTwoThatAreTakenToTheMinute() {
    var found =
        slots(
            demand(MADRID, 30, 30),
            "2027-01-01T00:00:00Z",
            "2027-01-05",
            host(
                ANA,
                MADRID,
                9,
                11,
                busy("2027-01-05T08:00:00Z", "2027-01-05T08:30:00Z"),
                busy("2027-01-05T09:00:00Z", "2027-01-05T12:00:00Z")));
    assertThat(shown(found, MADRID)).containsExactly("09:30+01:00");
  }

  @Test
  void anyHostWillDoOrAllAreNeeded() {
    var taken = busy("2027-01-05T08:00:00Z", "2027-01-05T09:00:00Z");
    var ana = host(ANA, MADRID, 9, 12, taken);
    var eva = host(EVA, MADRID, 9, 11);
    var hourly = demand(MADRID, 60, 60);
    var any = slots(hourly, "2027-01-01T00:00:00Z", "2027-01-05", ana, eva);
    assertThat(any)
        .extracting(Slot::hosts)
        .containsExactly(List.of(EVA), List.of(ANA, EVA), List.of(ANA));
    var all = slots(everybody(hourly), "2027-01-01T00:00:00Z", "2027-01-05", ana, eva);
    assertThat(shown(all, MADRID)).containsExactly("10:00+01:00");
    assertThat(all.getFirst().hosts()).containsExactly(ANA, EVA);
  }

  @Test
  void singleDatesTakeThePlaceOfTheirWeekday() {
    var date = LocalDate.parse("2027-01-05");
    var week = Map.of(DayOfWeek.TUESDAY, List.of(new Span(540, 600)));
    var hours =
        new Hours(
            MADRID, week, Map.of(date, List.of(new Span(960, 1020)), date.plusWeeks(1), List.of()));
    var host = new Host(ANA, hours, List.of());
    var hourly = demand(MADRID, 60, 60);
    assertThat(shown(slots(hourly, "2027-01-01T00:00:00Z", "2027-01-05", host), MADRID))
        .containsExactly("16:00+01:00");
    assertThat(slots(hourly, "2027-01-01T00:00:00Z", "2027-01-12", host)).isEmpty();
    assertThat(slots(hourly, "2027-01-01T00:00:00Z", "2027-01-19", host)).hasSize(1);
  }

  @Test
  void hoursThatTouchAreOneStretchAlsoOverMidnight() {
    var week =
        Map.of(
            DayOfWeek.TUESDAY, List.of(new Span(1320, 1440)),
            DayOfWeek.WEDNESDAY, List.of(new Span(0, 60)));
    var host = new Host(ANA, new Hours(MADRID, week, Map.of()), List.of());
    var found = slots(demand(MADRID, 90, 30), "2027-01-01T00:00:00Z", "2027-01-05", host);
    assertThat(shown(found, MADRID))
        .containsExactly("22:00+01:00", "22:30+01:00", "23:00+01:00", "23:30+01:00");
  }

  @Test
  void aDayAndAWeekHoldOnlySoMany() {
    var office = host(ANA, MADRID, 9, 12);
    var tuesday = LocalDate.parse("2027-01-05");
    var hourly = demand(MADRID, 60, 60);
    var booked = Map.of(tuesday, 2, tuesday.plusDays(1), 1);
    var now = Instant.parse("2027-01-01T00:00:00Z");
    assertThat(
            new Slots(limited(hourly, 2, 0), now, booked)
                .between(List.of(office), tuesday, tuesday.plusDays(1)))
        .extracting(s -> LocalDate.ofInstant(s.start(), MADRID))
        .containsOnly(tuesday.plusDays(1));
    var week = new Slots(limited(hourly, 0, 3), now, booked);
    assertThat(week.between(List.of(office), tuesday, tuesday.plusDays(5))).isEmpty();
    assertThat(week.between(List.of(office), tuesday.plusDays(6), tuesday.plusDays(6))).hasSize(3);
  }

  @Test
  void nothingLiesBeyondTheHorizonOrInThePast() {
    var office = host(ANA, MADRID, 9, 12);
    var hourly = notice(demand(MADRID, 60, 60), 0, 0, 7);
    assertThat(slots(hourly, "2027-01-01T00:00:00Z", "2027-01-08", office)).hasSize(3);
    assertThat(slots(hourly, "2027-01-01T00:00:00Z", "2027-01-09", office)).isEmpty();
    assertThat(shown(slots(hourly, "2027-01-01T09:30:00Z", "2027-01-01", office), MADRID))
        .containsExactly("11:00+01:00");
  }

  /** Three people with a thousand taken times each: a month is a matter of milliseconds. */
  @Test
  void aMonthIsFoundQuickly() {
    var busy = new ArrayList<Busy>();
    for (int i = 0; i < 1000; i++) {
      var from = LONG_BEFORE.plus(Duration.ofMinutes(47L * i));
      busy.add(new Busy(from, from.plus(Duration.ofMinutes(20))));
    }
    var hosts = new ArrayList<Host>();
    for (int i = 1; i <= 3; i++) {
      hosts.add(host(new PersonId(new UUID(0, i)), MADRID, 8, 20, busy.toArray(Busy[]::new)));
    }
    var asked = new Slots(demand(MADRID, 15, 5), LONG_BEFORE, Map.of());
    var first = LocalDate.parse("2026-10-01");
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      long begun = System.nanoTime();
      assertThat(asked.between(hosts, first, first.plusDays(30))).isNotEmpty();
      best = Math.min(best, System.nanoTime() - begun);
    }
    assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(60));
  }
}
