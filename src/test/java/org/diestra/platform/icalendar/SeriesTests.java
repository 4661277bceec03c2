package org.diestra.platform.icalendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.ComponentGroup;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Uid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The edges of what comes again; ical4j, which we did not write, says the same. */
class SeriesTests {
  private static final ZoneId HOME = ZoneId.of("Europe/Madrid");

  /** Lines of events: {@code |} parts lines, {@code ||} parts events. */
  private static byte[] calendar(String events) {
    var out = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//T//T//EN\r\n");
    for (var event : events.split("\\|\\|")) {
      out.append("BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n");
      Arrays.stream(event.split("\\|")).forEach(line -> out.append(line.strip()).append("\r\n"));
      out.append("END:VEVENT\r\n");
    }
    return out.append("END:VCALENDAR\r\n").toString().getBytes(UTF_8);
  }

  private static Series.Found found(String events, String from, String to) {
    var object = CalendarObject.read(calendar(events)).orFail();
    var kept = object.timings().stream().map(t -> Timing.of(t.text())).toList();
    assertThat(kept).isEqualTo(object.timings());
    return new Series(kept, HOME).within(Instant.parse(from), Instant.parse(to), Budget.page());
  }

  private static List<Instant> starts(String events, String from, String to) {
    return found(events, from, to).times().stream().map(Series.Time::from).toList();
  }

  private static List<Instant> theirs(String events, String from, String to) throws Exception {
    var calendar = new CalendarBuilder().build(new ByteArrayInputStream(calendar(events)));
    List<VEvent> all = calendar.getComponents("VEVENT");
    var window = new Period<>(Instant.parse(from).atZone(HOME), Instant.parse(to).atZone(HOME));
    List<Period<java.time.temporal.Temporal>> periods =
        new ComponentGroup<>(all, new Uid("1")).calculateRecurrenceSet(window);
    return periods.stream()
        .map(p -> Instant.from(p.getStart()))
        .filter(start -> start.isBefore(Instant.parse(to)))
        .distinct()
        .sorted()
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          the 31st of months ! DTSTART;TZID=Europe/Madrid:20270131T090000|DURATION:PT1H|RRULE:FREQ=MONTHLY;BYMONTHDAY=31 ! 2027-01-01T00:00:00Z ! 2027-09-01T00:00:00Z ! 2027-01-31T08:00:00Z 2027-03-31T07:00:00Z 2027-05-31T07:00:00Z 2027-07-31T07:00:00Z 2027-08-31T07:00:00Z
          29 February ! DTSTART;TZID=Europe/Madrid:20240229T090000|DURATION:PT1H|RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29 ! 2024-01-01T00:00:00Z ! 2033-01-01T00:00:00Z ! 2024-02-29T08:00:00Z 2028-02-29T08:00:00Z 2032-02-29T08:00:00Z
          clocks go forward ! DTSTART;TZID=Europe/Madrid:20270327T090000|DTEND;TZID=Europe/Madrid:20270327T100000|RRULE:FREQ=DAILY ! 2027-03-27T00:00:00Z ! 2027-03-30T00:00:00Z ! 2027-03-27T08:00:00Z 2027-03-28T07:00:00Z 2027-03-29T07:00:00Z
          clocks go back ! DTSTART;TZID=America/New_York:20261031T090000|DTEND;TZID=America/New_York:20261031T100000|RRULE:FREQ=DAILY ! 2026-10-31T00:00:00Z ! 2026-11-03T00:00:00Z ! 2026-10-31T13:00:00Z 2026-11-01T14:00:00Z 2026-11-02T14:00:00Z
          until in UTC ! DTSTART;TZID=America/New_York:20270104T200000|DURATION:PT1H|RRULE:FREQ=DAILY;UNTIL=20270107T010000Z ! 2027-01-01T00:00:00Z ! 2027-02-01T00:00:00Z ! 2027-01-05T01:00:00Z 2027-01-06T01:00:00Z 2027-01-07T01:00:00Z
          the last workday ! DTSTART;TZID=Europe/Madrid:20270129T170000|DURATION:PT1H|RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 ! 2027-01-01T00:00:00Z ! 2027-05-01T00:00:00Z ! 2027-01-29T16:00:00Z 2027-02-26T16:00:00Z 2027-03-31T15:00:00Z 2027-04-30T15:00:00Z
          with a further date ! DTSTART:20270104T100000Z|DURATION:PT1H|RDATE:20270110T120000Z,20270111T120000Z|EXDATE:20270111T120000Z ! 2027-01-01T00:00:00Z ! 2027-02-01T00:00:00Z ! 2027-01-04T10:00:00Z 2027-01-10T12:00:00Z
          each second week ! DTSTART:20270105T100000Z|DURATION:PT1H|RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU ! 2027-01-01T00:00:00Z ! 2027-02-01T00:00:00Z ! 2027-01-05T10:00:00Z 2027-01-17T10:00:00Z 2027-01-19T10:00:00Z 2027-01-31T10:00:00Z
          far ahead ! DTSTART;TZID=Europe/Madrid:20000103T100000|DURATION:PT1H|RRULE:FREQ=WEEKLY;BYDAY=MO ! 2036-06-01T00:00:00Z ! 2036-06-15T00:00:00Z ! 2036-06-02T08:00:00Z 2036-06-09T08:00:00Z
          """)
  void bothSaySo(String what, String events, String from, String to, String expected)
      throws Exception {
    var instants = Arrays.stream(expected.split(" ")).map(Instant::parse).toList();
    assertThat(starts(events, from, to)).as(what).isEqualTo(instants);
    assertThat(theirs(events, from, to)).as(what + ", by ical4j").isEqualTo(instants);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          left out in another zone ! DTSTART;TZID=Europe/Madrid:20270104T100000|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=3|EXDATE:20270105T090000Z ! 2027-01-04T09:00:00Z 2027-01-06T09:00:00Z
          an hour that is jumped over ! DTSTART;TZID=Europe/Madrid:20270327T023000|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=3 ! 2027-03-27T01:30:00Z 2027-03-28T01:30:00Z 2027-03-29T00:30:00Z
          an hour that comes twice ! DTSTART;TZID=Europe/Madrid:20271030T023000|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=3 ! 2027-10-30T00:30:00Z 2027-10-31T00:30:00Z 2027-11-01T01:30:00Z
          whole days at home ! DTSTART;VALUE=DATE:20270327|RRULE:FREQ=DAILY;COUNT=3|EXDATE;VALUE=DATE:20270328 ! 2027-03-26T23:00:00Z 2027-03-28T22:00:00Z
          floating ! DTSTART:20270327T090000|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=2 ! 2027-03-27T08:00:00Z 2027-03-28T07:00:00Z
          on the last day of short months ! DTSTART;VALUE=DATE:20270131|RRULE:RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;COUNT=3 ! 2027-01-30T23:00:00Z 2027-02-27T23:00:00Z 2027-03-30T22:00:00Z
          this and all that follow ! DTSTART:20270104T100000Z|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=4 || RECURRENCE-ID;RANGE=THISANDFUTURE:20270106T100000Z|DTSTART:20270106T130000Z|DURATION:PT2H ! 2027-01-04T10:00:00Z 2027-01-05T10:00:00Z 2027-01-06T13:00:00Z 2027-01-07T13:00:00Z
          a day that is left out of times ! DTSTART:20270104T100000Z|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=3|EXDATE;VALUE=DATE:20270105 ! 2027-01-04T10:00:00Z 2027-01-06T10:00:00Z
          """)
  void theRfcSaysSo(String what, String events, String expected) {
    var instants = Arrays.stream(expected.split(" ")).map(Instant::parse).toList();
    assertThat(starts(events, "2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z"))
        .as(what)
        .isEqualTo(instants);
  }

  /** Where ical4j looks at the window before it looks at the change. */
  @Test
  void aChangeMovesOneTimeOutOfTheWindowOrIntoIt() {
    var daily = "DTSTART:20270104T100000Z|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=5||RECURRENCE-ID:";
    assertThat(
            starts(
                daily + "20270105T100000Z|DTSTART:20270205T100000Z|DURATION:PT1H",
                "2027-01-04T00:00:00Z",
                "2027-01-07T00:00:00Z"))
        .containsExactly(
            Instant.parse("2027-01-04T10:00:00Z"), Instant.parse("2027-01-06T10:00:00Z"));
    assertThat(
            starts(
                daily + "20270108T100000Z|DTSTART:20270105T120000Z|DURATION:PT1H",
                "2027-01-05T00:00:00Z",
                "2027-01-06T00:00:00Z"))
        .containsExactly(
            Instant.parse("2027-01-05T10:00:00Z"), Instant.parse("2027-01-05T12:00:00Z"));
  }

  @Test
  void aWindowIsFoundByTheSpan() {
    var daily = "DTSTART:20270104T100000Z|DURATION:PT1H|RRULE:FREQ=DAILY";
    assertThat(span(daily).until()).isNull();
    assertThat(span(daily + ";COUNT=5").until())
        .isBetween(Instant.parse("2027-01-08T11:00:00Z"), Instant.parse("2027-01-15T00:00:00Z"));
    var moved = "||RECURRENCE-ID:20270105T100000Z|DTSTART:20280105T100000Z|DURATION:PT1H";
    assertThat(span(daily + ";COUNT=5" + moved).until())
        .isAfter(Instant.parse("2028-01-05T11:00:00Z"));
  }

  private static Series.Span span(String events) {
    return new Series(CalendarObject.read(calendar(events)).orFail().timings(), HOME)
        .span(Budget.page());
  }

  @ParameterizedTest
  @CsvSource({
    "FREQ=SECONDLY",
    "FREQ=MINUTELY;BYHOUR=3",
    "FREQ=SECONDLY;COUNT=100000",
    "'FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5;BYSECOND=1,2,3,4,5'",
    "FREQ=DAILY;COUNT=3;UNTIL=20270101T000000Z",
    "FREQ=DAILY;UNTIL=never",
    "FREQ=SOMETIMES",
    "INTERVAL=2",
    "FREQ=DAILY;FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=0"
  })
  void whatNobodyCanCountIsRefused(String rule) {
    assertThat(Rule.read(rule)).isEmpty();
  }

  @Test
  void whatIsAbsurdIsCutOff() {
    var hourly =
        found(
            "DTSTART:19000101T000000Z|RRULE:FREQ=HOURLY",
            "2026-01-01T00:00:00Z",
            "2026-12-31T00:00:00Z");
    assertThat(hourly.complete()).isFalse();
    assertThat(hourly.times()).hasSizeLessThanOrEqualTo(Series.MOST);
    var never =
        found(
            "DTSTART:20260101T000000Z|RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "2026-01-01T00:00:00Z",
            "2030-12-31T00:00:00Z");
    assertThat(never.times()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Madrid",
    "America/New_York",
    "America/Bogota",
    "Africa/Casablanca",
    "Australia/Sydney",
    "America/Santiago",
    "Europe/Dublin",
    "Asia/Kathmandu",
    "Africa/Cairo"
  })
  void aZoneThatIsWrittenGivesTheOffsetsItHas(String id) throws Exception {
    var zone = ZoneId.of(id);
    var from = Instant.parse("2026-12-01T10:00:00Z");
    var head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n";
    var text = head + Zones.lasting(zone, from).text() + "END:VCALENDAR\r\n";
    var read = new CalendarBuilder().build(new ByteArrayInputStream(text.getBytes(UTF_8)));
    var written =
        new net.fortuna.ical4j.model.TimeZone(
            read.<net.fortuna.ical4j.model.component.VTimeZone>getComponent("VTIMEZONE")
                .orElseThrow());
    for (var at = from;
        at.isBefore(from.plusSeconds(8L * 365 * 86400));
        at = at.plusSeconds(86400)) {
      var last = zone.getRules().previousTransition(at);
      if (last != null && last.getInstant().isAfter(at.minusSeconds(86400))) {
        continue; // in the far east ical4j is half a day late
      }
      assertThat(written.getOffset(at.toEpochMilli()) / 1000)
          .as(id + " " + at)
          .isEqualTo(zone.getRules().getOffset(at).getTotalSeconds());
    }
  }
}
