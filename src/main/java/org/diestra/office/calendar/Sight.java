package org.diestra.office.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.diestra.office.calendar.EventStore.Kept;
import org.diestra.office.calendar.Events.Shown;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.icalendar.Budget;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.Series;
import org.diestra.platform.icalendar.Timing;
import org.diestra.platform.icalendar.When;
import org.jspecify.annotations.Nullable;

/**
 * One time of an event on its page, with the words that hold for it.
 *
 * @param event what is said of that time: the series itself, or the change that was made to it
 * @param changes whether the viewer may change it
 */
record Sight(
    Calendar calendar,
    Kept kept,
    CalendarObject object,
    Part event,
    Timing timing,
    Happening time,
    boolean changes) {

  /**
   * @param at which time it is, or null for the first
   * @throws NotFound if it does not come then: it was moved meanwhile, or never came
   */
  static Sight of(Shown shown, @Nullable String at, ZoneId home) {
    var series = shown.object().timing();
    if (at == null || !series.comesAgain()) {
      return at(shown, series.start(), home);
    }
    var named = named(series, at);
    if (!comes(shown.object(), named, home)) {
      throw new NotFound();
    }
    return at(shown, named, home);
  }

  /** The same to be read alone: a link of old leads to the first, where that time is gone. */
  static Sight near(Shown shown, @Nullable String at, ZoneId home) {
    var series = shown.object().timing();
    boolean there = at != null && comes(shown.object(), named(series, at), home);
    return of(shown, there ? at : null, home);
  }

  private static When named(Timing series, String at) {
    return series.start().moved(Edits.local(When.of(at).orElse(series.start()), series));
  }

  private static Sight at(Shown shown, When original, ZoneId home) {
    var object = shown.object();
    var series = object.timing();
    int which = object.timings().indexOf(series);
    var start = series.comesAgain() ? original : series.start();
    for (int i = 0; i < object.timings().size(); i++) {
      var time = object.timings().get(i).time();
      if (time != null && Edits.local(time, series).equals(original.local())) {
        which = i;
        start = object.timings().get(i).start();
      }
    }
    var event = object.events().get(which);
    var timing = object.timings().get(which);
    var time =
        new Happening(
            shown.kept().id(),
            shown.calendar(),
            series.comesAgain() ? original : series.start(),
            series.comesAgain(),
            start,
            start.at(home),
            timing.end(start, home),
            event.text("SUMMARY"),
            event.text("LOCATION"),
            !EventText.free(event),
            event.text("STATUS").equalsIgnoreCase("CANCELLED"),
            shown.kept().hidden(),
            true,
            shown.changes());
    return new Sight(shown.calendar(), shown.kept(), object, event, timing, time, shown.changes());
  }

  /** Whether that is one of its times, whatever it was moved to. */
  private static boolean comes(CalendarObject object, When time, ZoneId home) {
    var series = object.timing();
    boolean changed =
        object.timings().stream()
            .flatMap(timing -> Stream.ofNullable(timing.time()))
            .anyMatch(t -> Edits.local(t, series).equals(time.local()));
    var alone = new Series(List.of(series), home);
    var at = time.at(home);
    return changed
        || alone.within(at, at.plusSeconds(1), Budget.page()).times().stream()
            .anyMatch(t -> Edits.local(t.original(), series).equals(time.local()));
  }

  EventId id() {
    return kept.id();
  }

  String title() {
    return time.summary();
  }

  String notes() {
    return event.text("DESCRIPTION");
  }

  /** Minutes before it, or null. */
  @Nullable Integer reminder() {
    return Alarms.minutes(event);
  }

  String href(String path) {
    return "/calendar/events/" + id() + path + "?at=" + time.original().key();
  }

  /** How it comes again in the form's words; null where it does not, or only a program knows. */
  Draft.Repeat.@Nullable By repeat() {
    var rule = object.timing().rule();
    return rule == null ? null : EventForm.read(rule, object.timing().start());
  }

  /** The first day of the series. */
  LocalDate begun() {
    return object.timing().start().date();
  }

  EventForm form() {
    var rule = object.timing().rule();
    var form = EventForm.of(calendar.id(), event, timing, time.start(), rule);
    var by = repeat();
    return by == null ? form : form.repeating(by);
  }
}
