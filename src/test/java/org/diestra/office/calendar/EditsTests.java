package org.diestra.office.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.diestra.office.calendar.Draft.Repeat;
import org.diestra.platform.icalendar.Budget;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Repeats;
import org.diestra.platform.icalendar.Series;
import org.diestra.platform.icalendar.Timing;
import org.diestra.platform.icalendar.When;
import org.junit.jupiter.api.Test;

/** What "this", "this and those that follow" and "all" make of a series. */
class EditsTests {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private final Edits edits = new Edits(Instant.parse("2026-12-01T08:00:00Z"));

  private static Draft draft(String title, String start, Repeat repeat) {
    return new Draft(
        title,
        When.in(MADRID, LocalDateTime.parse(start)),
        Timing.Length.of(Duration.ofHours(1)),
        repeat,
        "",
        "",
        false,
        false,
        null);
  }

  private static Repeat weekly() {
    return new Repeat.By(Repeats.WEEKLY, 1, null, 6);
  }

  /** Six Tuesdays from 5 January 2027, 10:00 in Madrid; the one of the 19th is at noon. */
  private CalendarObject series() {
    var fresh = edits.fresh("1", draft("Club", "2027-01-05T10:00", weekly()));
    return edits.once(
        fresh, key("2027-01-19T09:00:00Z"), draft("Late", "2027-01-19T12:00", weekly()));
  }

  private static When key(String instant) {
    return When.utc(Instant.parse(instant));
  }

  private static List<String> times(CalendarObject object) {
    var again = CalendarObject.read(object.calendar().bytes()).orFail();
    assertThat(again.timings()).isEqualTo(object.timings());
    return new Series(object.timings(), MADRID)
            .within(
                Instant.parse("2027-01-01T00:00:00Z"),
                Instant.parse("2027-12-31T00:00:00Z"),
                Budget.page())
            .times()
            .stream()
            .map(t ->
                LocalDateTime.ofInstant(t.from(), MADRID).toString().substring(5)
                    + " "
                    + object.events().get(t.which()).text("SUMMARY"))
            .toList();
  }

  @Test
  void oneTimeIsChangedAndTheOthersStay() {
    assertThat(times(series()))
        .containsExactly(
            "01-05T10:00 Club",
            "01-12T10:00 Club",
            "01-19T12:00 Late",
            "01-26T10:00 Club",
            "02-02T10:00 Club",
            "02-09T10:00 Club");
  }

  @Test
  void allAreMovedAndWhatWasChangedStaysItself() {
    var moved =
        edits.all(
            series(), key("2027-01-26T09:00:00Z"), draft("Circle", "2027-01-27T11:00", weekly()));
    assertThat(times(moved))
        .containsExactly(
            "01-06T11:00 Circle",
            "01-13T11:00 Circle",
            "01-19T12:00 Late",
            "01-27T11:00 Circle",
            "02-03T11:00 Circle",
            "02-10T11:00 Circle");
  }

  @Test
  void thoseThatFollowBecomeASeriesOfTheirOwnWithTheTimesThatAreLeft() {
    var edited =
        edits.following(
            series(), key("2027-01-26T09:00:00Z"), draft("New", "2027-01-26T18:00", weekly()), "2");
    assertThat(times(Objects.requireNonNull(edited.kept())))
        .containsExactly("01-05T10:00 Club", "01-12T10:00 Club", "01-19T12:00 Late");
    var split = Objects.requireNonNull(edited.split());
    assertThat(split.uid()).isEqualTo("2");
    assertThat(times(split))
        .containsExactly("01-26T18:00 New", "02-02T18:00 New", "02-09T18:00 New");
  }

  @Test
  void fromTheFirstOnIsAll() {
    var edited =
        edits.following(
            series(), key("2027-01-05T09:00:00Z"), draft("All", "2027-01-05T09:00", weekly()), "2");
    assertThat(edited.split()).isNull();
    assertThat(times(Objects.requireNonNull(edited.kept()))).hasSize(6);
  }

  @Test
  void oneIsTakenOutOrAllThatFollow() {
    var one = Objects.requireNonNull(edits.without(series(), key("2027-01-19T09:00:00Z")));
    assertThat(times(one)).hasSize(5).noneMatch(t -> t.contains("Late"));
    var rest = Objects.requireNonNull(edits.before(series(), key("2027-01-19T09:00:00Z")));
    assertThat(times(rest)).containsExactly("01-05T10:00 Club", "01-12T10:00 Club");
    assertThat(edits.before(series(), key("2027-01-05T09:00:00Z"))).isNull();
  }

  @Test
  void anotherWayToComeAgainForgetsWhatWasSaidOfSingleTimes() {
    var monthly = new Repeat.By(Repeats.MONTHLY_WEEKDAY, 1, null, 3);
    var changed =
        edits.all(
            series(), key("2027-01-05T09:00:00Z"), draft("Club", "2027-01-05T10:00", monthly));
    assertThat(times(changed))
        .containsExactly("01-05T10:00 Club", "02-02T10:00 Club", "03-02T10:00 Club");
  }

  @Test
  void whatAnotherProgramWroteStays() {
    var text =
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Other//EN
        X-WR-CALNAME:Mine
        BEGIN:VEVENT
        UID:9
        DTSTAMP:20260101T000000Z
        DTSTART;TZID=Europe/Madrid:20270105T100000
        DTEND;TZID=Europe/Madrid:20270105T110000
        SUMMARY:Club
        ATTENDEE;CN="A, B":mailto:a@example.org
        X-OTHER:1
        BEGIN:VALARM
        ACTION:AUDIO
        TRIGGER;VALUE=DATE-TIME:20270105T080000Z
        END:VALARM
        END:VEVENT
        END:VCALENDAR
        """;
    var object = CalendarObject.read(text.getBytes(UTF_8)).orFail();
    var changed =
        edits.all(
            object,
            object.timing().start(),
            draft("Circle", "2027-01-06T10:00", new Repeat.Never()));
    assertThat(changed.calendar().text())
        .contains(
            "X-WR-CALNAME:Mine",
            "ATTENDEE;CN=\"A, B\":mailto:a@example.org",
            "X-OTHER:1",
            "TRIGGER;VALUE=DATE-TIME:20270105T080000Z",
            "DTSTART;TZID=Europe/Madrid:20270106T100000",
            "SUMMARY:Circle",
            "BEGIN:VTIMEZONE");
  }
}
