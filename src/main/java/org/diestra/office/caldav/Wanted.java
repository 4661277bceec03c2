package org.diestra.office.caldav;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.diestra.platform.dav.Dav;
import org.diestra.platform.dav.DavFault;
import org.diestra.platform.dav.Element;
import org.diestra.platform.icalendar.Budget;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Part;
import org.jspecify.annotations.Nullable;

/**
 * In which form a report wants a thing's own text (RFC 4791, section 9.6): as it is kept, or a part
 * of it, or its single times in a window.
 *
 * @param comp which components and lines; null for all
 * @param expand in which window each time is told by itself, or null
 * @param limit in which window changes of single times are told, or null
 */
record Wanted(@Nullable Comp comp, @Nullable Range expand, @Nullable Range limit) {
  private static final int DEEPEST = 4;

  /**
   * What of a component is wanted (section 9.6.1).
   *
   * @param lines null for all of them
   * @param comps null for all of them
   */
  record Comp(String name, @Nullable Set<String> lines, @Nullable List<Comp> comps) {
    static Comp read(Element element, int depth) {
      var name = element.attribute("name").toUpperCase(Locale.ROOT);
      if (name.isEmpty() || depth > DEEPEST) {
        throw Names.refused("valid-calendar-data");
      }
      var lines = new HashSet<String>();
      element
          .children()
          .filter(e -> e.name().equals(Names.PROP))
          .forEach(e -> lines.add(e.attribute("name").toUpperCase(Locale.ROOT)));
      var comps =
          element
              .children()
              .filter(e -> e.name().equals(Names.COMP))
              .map(e -> read(e, depth + 1))
              .toList();
      return new Comp(
          name,
          element.has(Names.caldav("allprop")) ? null : lines,
          element.has(Names.caldav("allcomp")) ? null : comps);
    }

    Part of(Part part) {
      var kept = lines;
      var inner = comps;
      var some =
          kept == null
              ? part.lines()
              : part.lines().stream().filter(l -> kept.contains(l.name())).toList();
      var parts =
          inner == null
              ? part.parts()
              : part.parts().stream()
                  .flatMap(p ->
                      inner.stream()
                          .filter(c -> c.name().equals(p.name()))
                          .map(c -> c.of(p))
                          .limit(1))
                  .toList();
      return new Part(part.name(), some, parts);
    }
  }

  /** Empty where the report does not ask for it. */
  static Optional<Wanted> read(Element report) {
    return report.child(Dav.name("prop")).flatMap(prop -> prop.child(Names.DATA)).map(Wanted::of);
  }

  private static Wanted of(Element data) {
    var type = data.attribute("content-type");
    var version = data.attribute("version");
    if (!type.isEmpty() && !type.equals("text/calendar")
        || !version.isEmpty() && !version.equals("2.0")) {
      throw Names.refused("supported-calendar-data");
    }
    return new Wanted(
        data.child(Names.COMP).map(c -> Comp.read(c, 0)).orElse(null),
        data.child(Names.caldav("expand")).map(Range::whole).orElse(null),
        data.child(Names.caldav("limit-recurrence-set")).map(Range::whole).orElse(null));
  }

  /** Whether it is wanted just as it is kept. */
  boolean plain() {
    return comp == null && expand == null && limit == null;
  }

  /**
   * The text as it is wanted; what can't be read any more is told as it is.
   *
   * @throws DavFault 507 where a window holds too much of it
   */
  String text(byte[] body, ZoneId home, Budget budget) {
    if (plain()) {
      return new String(body, StandardCharsets.UTF_8);
    }
    return CalendarObject.read(body)
        .fold(
            object -> shaped(object, home, budget).text(),
            why -> new String(body, StandardCharsets.UTF_8));
  }

  private Part shaped(CalendarObject object, ZoneId home, Budget budget) {
    var calendar = object.calendar();
    if (expand != null) {
      calendar = Expansion.of(object, expand, home, budget);
    } else if (limit != null) {
      calendar = Expansion.limited(object, limit, home);
    }
    return comp == null ? calendar : comp.of(calendar);
  }
}
