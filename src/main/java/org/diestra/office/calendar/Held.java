package org.diestra.office.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.Timing;
import org.jspecify.annotations.Nullable;

/**
 * Something in a calendar as programs find it, without its bytes.
 *
 * @param name under which programs have it; not its UID
 * @param kind {@code VEVENT} or {@code VTODO}
 * @param etag changes with each byte
 * @param tag changes with each byte that is not an answer of somebody who is asked to it
 * @param change the number of its calendar's change that made it so
 * @param size bytes; 0 where it is masked
 * @param mask all that the caller may know of it, or null where that is everything
 */
public record Held(
    EventId id,
    String name,
    String uid,
    String kind,
    String etag,
    String tag,
    long change,
    Instant madeAt,
    Instant changedAt,
    int size,
    @Nullable Mask mask) {

  /**
   * Taken times, and nothing of what takes them.
   *
   * @param taken whether there are any; else it is known by its name alone, so that it can be said
   *     to be gone
   */
  public record Mask(boolean taken, List<Timing> timings, List<Boolean> busy, List<Boolean> off) {
    public Mask {
      timings = List.copyOf(timings);
      busy = List.copyOf(busy);
      off = List.copyOf(off);
    }
  }

  /**
   * Whoever is asked may stand there otherwise than it was sent: then its sender is told no etag.
   *
   * @param sent the etag of what was sent
   */
  Held sentAs(String sent) {
    var known = etag.equals(sent) ? etag : "";
    return new Held(id, name, uid, kind, known, tag, change, madeAt, changedAt, size, mask);
  }

  /** Whether a text names people who ask or are asked. */
  static boolean asks(CalendarObject object) {
    return object.events().stream()
        .anyMatch(e -> e.line("ORGANIZER").isPresent() || e.line("ATTENDEE").isPresent());
  }

  /** Whether the caller may know that it is there. */
  public boolean told() {
    return mask == null || mask.taken();
  }

  /**
   * The calendar that somebody is given who may not read it.
   *
   * @param busy what a taken time is called
   */
  public Part masked(String busy) {
    var shown = mask;
    if (shown == null) {
      throw new IllegalStateException("nothing of it is masked");
    }
    var parts = new ArrayList<Part>();
    for (int i = 0; i < shown.timings().size(); i++) {
      var lines = new ArrayList<Line>();
      lines.add(Line.text("UID", uid));
      lines.add(Line.of("DTSTAMP", EventText.moment(changedAt)));
      lines.add(Line.text("SUMMARY", busy));
      lines.add(Line.of("CLASS", "PRIVATE"));
      if (shown.off().get(i)) {
        lines.add(Line.of("STATUS", "CANCELLED"));
      } else if (!shown.busy().get(i)) {
        lines.add(Line.of("TRANSP", "TRANSPARENT"));
      }
      lines.addAll(shown.timings().get(i).lines());
      parts.add(new Part("VEVENT", lines, List.of()));
    }
    return CalendarObject.HEAD.holding(Timing.described(shown.timings(), parts));
  }
}
