package org.diestra.office.invitations;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.icalendar.Budget;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.Series;
import org.diestra.platform.icalendar.Timing;
import org.jspecify.annotations.Nullable;

/**
 * What was sent of an event at one moment.
 *
 * @param sequence higher with each issue (RFC 5546, section 2.1.4)
 * @param text for nobody in particular
 * @param by who sent it
 */
record Issue(UUID meeting, int number, int sequence, Text text, PersonId by, Instant at) {
  /**
   * All that is sent of an event besides its times; alarms, files, colours and what programs note
   * stay at home.
   */
  private static final List<String> SENT =
      List.of("SUMMARY", "LOCATION", "DESCRIPTION", "STATUS", "URL", "CLASS");

  private static final int LARGEST = 100_000; // bytes

  /**
   * @param body a calendar without anybody's name
   * @param digest of all of it
   * @param times of when the whole series is, or the one time
   * @param until null for what has no end
   */
  record Text(byte[] body, String digest, String times, Instant since, @Nullable Instant until) {
    /**
     * What would be sent of it now.
     *
     * @param home on whose clock its whole days are
     */
    static Outcome<Text> of(CalendarObject object, ZoneId home) {
      var parts = new ArrayList<Part>();
      for (int i = 0; i < object.events().size(); i++) {
        parts.add(sent(object.events().get(i), object.timings().get(i)));
      }
      var bare = CalendarObject.HEAD.holding(object.calendar().parts());
      var whole = CalendarObject.of(bare).fold(o -> o.holding(parts), why -> object.holding(parts));
      var body = whole.calendar().bytes();
      if (body.length > LARGEST) {
        return Outcome.refused(Refusal.limit("invitations.large", LARGEST / 1000));
      }
      var span = new Series(object.timings(), home).span(Budget.page());
      return Outcome.done(
          new Text(body, Hash.of(body), times(object.timing()), span.since(), span.until()));
    }

    /** In one order and one way to say the times, whichever program wrote it last. */
    private static Part sent(Part event, Timing timing) {
      var lines = new ArrayList<Line>();
      event.line("UID").ifPresent(lines::add);
      lines.addAll(timing.lines());
      SENT.forEach(name -> lines.addAll(event.lines(name).stream().limit(1).toList()));
      return new Part(event.name(), lines, List.of());
    }

    /** Dates that fall out make no new time of the others. */
    private static String times(Timing it) {
      var bare = new Timing(null, false, it.start(), it.length(), it.rule(), it.more(), List.of());
      return Hash.of(bare.text());
    }

    CalendarObject object() {
      return CalendarObject.read(body).orFail();
    }

    /** Which dates of a series are at another time than that said. */
    Set<String> moved(Text before) {
      var now = elsewhere();
      var then = before.elsewhere();
      var all = new HashSet<>(now.keySet());
      all.addAll(then.keySet());
      all.removeIf(date -> Objects.equals(now.get(date), then.get(date)));
      return all;
    }

    /** When those dates are that are not where the series has them. */
    private Map<String, String> elsewhere() {
      var all = new HashMap<String, String>();
      var object = object();
      var length = object.timing().length();
      for (var timing : object.timings()) {
        var time = timing.time();
        if (time != null
            && !(timing.length().equals(length)
                && timing.start().at(ZoneOffset.UTC).equals(time.at(ZoneOffset.UTC)))) {
          all.put(time.key(), timing.start().at(ZoneOffset.UTC) + " " + timing.length());
        }
      }
      return all;
    }
  }

  /** The number that an event's own text gives itself. */
  static int sequence(CalendarObject object) {
    var all = new ArrayList<Integer>(List.of(0));
    object.events().stream()
        .map(event -> event.text("SEQUENCE").strip())
        .filter(text -> text.matches("\\d{1,8}"))
        .forEach(text -> all.add(Integer.valueOf(text)));
    return all.stream().max(Integer::compare).orElse(0);
  }
}
