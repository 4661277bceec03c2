package org.diestra.office.invitations;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.diestra.platform.base.Excerpt;
import org.diestra.platform.icalendar.Budget;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Series;
import org.diestra.platform.icalendar.When;
import org.diestra.platform.page.Formats;

/**
 * What an issue says, before whoever holds it.
 *
 * @param title may be empty
 * @param from of its next time, or of its only one
 * @param again whether there are others
 * @param next which dates can be answered by themselves; empty for what comes once
 */
record Told(
    String title,
    String place,
    String notes,
    When start,
    Instant from,
    Instant to,
    boolean again,
    List<When> next) {
  static final int DATES = 12;
  private static final Duration AHEAD = Duration.ofDays(400);
  private static final int LONGEST = 2000;

  Told {
    next = List.copyOf(next);
  }

  static Told of(Issue issue, ZoneId home, Instant now) {
    var object = issue.text().object();
    var times = coming(object, home, now);
    boolean again = object.timing().comesAgain();
    if (times.isEmpty()) {
      var timing = object.timing();
      var start = timing.start();
      return told(object, 0, start, start.at(home), timing.end(start, home), again, List.of());
    }
    var first = times.getFirst();
    var next = again ? times.stream().map(Series.Time::original).limit(DATES).toList() : null;
    return told(
        object,
        first.which(),
        first.start(),
        first.from(),
        first.to(),
        again,
        next == null ? List.of() : next);
  }

  private static List<Series.Time> coming(CalendarObject object, ZoneId home, Instant now) {
    return new Series(object.timings(), home).within(now, now.plus(AHEAD), Budget.page()).times();
  }

  private static Told told(
      CalendarObject object,
      int which,
      When start,
      Instant from,
      Instant to,
      boolean again,
      List<When> next) {
    var event = object.events().get(which);
    return new Told(
        line(event.text("SUMMARY")),
        line(event.text("LOCATION")),
        cut(event.text("DESCRIPTION")),
        start,
        from,
        to,
        again,
        next);
  }

  private static String line(String text) {
    return Excerpt.line(text.replaceAll("\\p{Cntrl}+", " "), 200);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : Excerpt.head(text, LONGEST) + "…";
  }

  /** Whether that is one of the dates of what comes again, as it was sent. */
  static boolean takesPlace(Issue issue, String date, ZoneId home) {
    var object = issue.text().object();
    var wanted = When.of(date).map(when -> when.at(home));
    if (wanted.isEmpty() || !object.timing().comesAgain()) {
      return false;
    }
    // one that was moved is found by where it would have been
    var around =
        new Series(List.of(object.timing()), home)
            .within(wanted.get(), wanted.get().plusSeconds(1), Budget.page());
    return around.times().stream().anyMatch(time -> time.original().key().equals(date));
  }

  String title(Formats formats) {
    return title.isEmpty() ? formats.words("invitations.untitled") : title;
  }

  /** On the reader's clock, and on the event's where that shows another time. */
  String when(Formats formats) {
    if (start.day()) {
      return formats.date(start.date());
    }
    var zone = start.zone();
    return formats.when(from, zone == null ? formats.zone() : zone);
  }
}
