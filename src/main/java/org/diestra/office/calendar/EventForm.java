package org.diestra.office.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.diestra.office.calendar.Draft.Repeat;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.Repeats;
import org.diestra.platform.icalendar.Rule;
import org.diestra.platform.icalendar.Timing;
import org.diestra.platform.icalendar.When;
import org.jspecify.annotations.Nullable;

/**
 * An event, as a browser sends it. Days and times as the fields of a browser write them.
 *
 * @param day whether it takes whole days; times and zone count for nothing then
 * @param zone whose clock the times are on; {@value #FLOATING} for whoever looks
 * @param repeat the slug of a way to come again, {@value #AS_IT_IS}, or empty for once
 * @param remind minutes before, or empty
 */
record EventForm(
    @Nullable String calendar,
    @Nullable String title,
    @Nullable String day,
    @Nullable String from,
    @Nullable String begins,
    @Nullable String to,
    @Nullable String ends,
    @Nullable String zone,
    @Nullable String repeat,
    @Nullable String every,
    @Nullable String until,
    @Nullable String times,
    @Nullable String place,
    @Nullable String notes,
    @Nullable String hidden,
    @Nullable String free,
    @Nullable String remind) {
  static final String FLOATING = "floating";
  static final String AS_IT_IS = "as-it-is";
  static final List<Integer> REMINDERS = List.of(0, 10, 30, 60, 120, 1440, 2880, 10080);
  static final int FIRST_YEAR = 1950;
  static final int LAST_YEAR = 2150;
  private static final int LONGEST_DAYS = 366;

  static EventForm blank(String calendar, LocalDateTime at, boolean day, ZoneId zone) {
    var end = at.plusHours(1);
    return new EventForm(
        calendar,
        "",
        day ? "true" : "",
        at.toLocalDate().toString(),
        at.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(),
        (day ? at : end).toLocalDate().toString(),
        end.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(),
        zone.getId(),
        "",
        "1",
        "",
        "",
        "",
        "",
        "",
        "",
        "");
  }

  /** One time of an event; its way to come again as the whole series has it. */
  static EventForm of(
      CalendarId calendar, Part event, Timing timing, When start, @Nullable Rule rule) {
    var begin = start.local();
    var end = timing.localEnd(start);
    var last = start.day() ? end.minusDays(1) : end;
    var zone = start.zone();
    var again = rule == null ? null : read(rule, start);
    var minutes = Alarms.minutes(event);
    return new EventForm(
        calendar.toString(),
        event.text("SUMMARY"),
        String.valueOf(start.day()),
        begin.toLocalDate().toString(),
        clock(begin.toLocalTime()),
        (last.isBefore(begin) ? begin : last).toLocalDate().toString(),
        clock(end.toLocalTime()),
        zone == null ? FLOATING : zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId(),
        rule == null ? "" : again == null ? AS_IT_IS : again.kind().slug(),
        again == null ? "1" : String.valueOf(again.every()),
        again == null || again.until() == null ? "" : again.until().toString(),
        again == null || again.times() == null ? "" : again.times().toString(),
        event.text("LOCATION"),
        event.text("DESCRIPTION"),
        String.valueOf(EventText.hidden(event)),
        String.valueOf(EventText.free(event)),
        minutes == null ? "" : minutes.toString());
  }

  /** With that way to come again, whatever day is looked at. */
  EventForm repeating(Repeat.By by) {
    return new EventForm(
        calendar,
        title,
        day,
        from,
        begins,
        to,
        ends,
        zone,
        by.kind().slug(),
        String.valueOf(by.every()),
        by.until() == null ? "" : by.until().toString(),
        by.times() == null ? "" : by.times().toString(),
        place,
        notes,
        hidden,
        free,
        remind);
  }

  private static String clock(LocalTime time) {
    return time.truncatedTo(ChronoUnit.MINUTES).toString();
  }

  /** Null for a rule that the form has no words for. */
  static Repeat.@Nullable By read(Rule rule, When start) {
    var first = start.date();
    for (var kind : Repeats.values()) {
      for (int every = 1; every <= 12; every++) {
        if (rule.pattern().equals(Rule.require(kind.rule(first, every)).pattern())) {
          var until = rule.until().map(last -> last(last, start)).orElse(null);
          return new Repeat.By(kind, every, until, rule.count().orElse(null));
        }
      }
    }
    return null;
  }

  /** The last day on the clock of the series that its end still lets through. */
  private static LocalDate last(When until, When start) {
    var zone = start.zone();
    if (start.day() || until.day()) {
      return until.date();
    }
    var end =
        zone == null || until.zone() == null
            ? until.local()
            : LocalDateTime.ofInstant(until.at(zone), zone);
    return end.toLocalTime().isBefore(start.local().toLocalTime())
        ? end.toLocalDate().minusDays(1)
        : end.toLocalDate();
  }

  /** Null where there are problems. */
  @Nullable Draft read(Problems problems) {
    var typed = new Typed(problems);
    var called = typed.line("title", title, Draft.LONGEST_TITLE, "calendar.title.missing");
    var where = typed.line("place", place, Draft.LONGEST_PLACE);
    var said = typed.text("notes", notes, Draft.LONGEST_NOTES);
    var first = date("from", from, problems);
    var last = Typed.line(to).isEmpty() ? first : date("to", to, problems);
    if (first == null || last == null) {
      return null;
    }
    var start = start(first, problems);
    var length = start == null ? null : length(start, last, problems);
    var again = repeat(typed, first, problems);
    if (start == null || length == null || problems.any()) {
      return null;
    }
    return new Draft(
        called,
        start,
        length,
        again,
        where,
        said,
        "true".equals(hidden),
        "true".equals(free),
        alarm());
  }

  private @Nullable Integer alarm() {
    return remind != null && remind.matches("\\d{1,5}") ? Integer.valueOf(remind) : null;
  }

  private @Nullable When start(LocalDate date, Problems problems) {
    if ("true".equals(day)) {
      return When.day(date);
    }
    var time = time("begins", begins, problems);
    if (time == null) {
      return null;
    }
    if (FLOATING.equals(zone)) {
      return When.floating(date.atTime(time));
    }
    if ("UTC".equals(zone)) {
      return When.in(ZoneOffset.UTC, date.atTime(time));
    }
    if (zone == null || !ZoneId.getAvailableZoneIds().contains(zone)) {
      problems.add("zone", "calendar.zone.choose");
      return null;
    }
    return When.in(ZoneId.of(zone), date.atTime(time));
  }

  private Timing.@Nullable Length length(When start, LocalDate last, Problems problems) {
    long days = ChronoUnit.DAYS.between(start.date(), last);
    if (days < 0 || days > LONGEST_DAYS) {
      problems.add("to", "calendar.to.wrong", LONGEST_DAYS);
      return null;
    }
    if (start.day()) {
      return Timing.Length.days((int) days + 1);
    }
    var time = time("ends", ends, problems);
    if (time == null) {
      return null;
    }
    var end = start.moved(last.atTime(time));
    var length = Duration.between(start.at(ZoneOffset.UTC), end.at(ZoneOffset.UTC));
    if (length.isNegative()) {
      problems.add("ends", "calendar.ends.wrong");
      return null;
    }
    return Timing.Length.of(length);
  }

  private Repeat repeat(Typed typed, LocalDate first, Problems problems) {
    if (repeat == null || repeat.isEmpty()) {
      return new Repeat.Never();
    }
    if (AS_IT_IS.equals(repeat)) {
      return new Repeat.AsItIs();
    }
    var kind = Repeats.of(repeat);
    if (kind.isEmpty()) {
      problems.add("repeat", "calendar.repeat.choose");
      return new Repeat.Never();
    }
    var steps = typed.number("every", every, 1, Draft.MOST_EVERY, "calendar.every.wrong");
    var often = typed.number("times", times, 1, Draft.MOST_TIMES, "calendar.every.wrong");
    var last = Typed.line(until).isEmpty() ? null : date("until", until, problems);
    if (last != null && last.isBefore(first)) {
      problems.add("until", "calendar.until.wrong");
    }
    if (last != null && often != null) {
      problems.add("times", "calendar.times.both");
    }
    return new Repeat.By(kind.get(), steps == null ? 1 : steps, last, often);
  }

  private static @Nullable LocalDate date(String field, @Nullable String typed, Problems problems) {
    try {
      var date = LocalDate.parse(Typed.line(typed));
      if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
        return date;
      }
    } catch (DateTimeException wrong) {
      // the same is said of what is no day and of what lies too far away
    }
    problems.add(
        field, "calendar.day.wrong", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
    return null;
  }

  private static @Nullable LocalTime time(String field, @Nullable String typed, Problems problems) {
    try {
      return LocalTime.parse(Typed.line(typed));
    } catch (DateTimeException wrong) {
      problems.add(field, "calendar.time.wrong");
      return null;
    }
  }
}
