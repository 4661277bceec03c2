package org.diestra.office.caldav;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.diestra.platform.dav.Element;
import org.diestra.platform.icalendar.Budget;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.When;
import org.jspecify.annotations.Nullable;

/**
 * Which things of a calendar somebody asks for (RFC 4791, section 9.7): a component that is there,
 * or is not, in which all of these hold.
 */
record Filter(
    String name, boolean absent, @Nullable Range range, List<Prop> props, List<Filter> comps) {
  private static final int DEEPEST = 4;
  private static final int MOST = 50;
  private static final Set<QName> CONDITIONS =
      Set.of(
          Names.caldav("comp-filter"),
          Names.caldav("prop-filter"),
          Names.caldav("param-filter"),
          Names.caldav("text-match"));

  /** One property that is there, or is not (section 9.7.2). */
  record Prop(
      String name,
      boolean absent,
      @Nullable Range range,
      @Nullable TextMatch text,
      List<Param> params) {

    boolean matches(Part part, ZoneId home) {
      var lines = part.lines(name);
      if (absent) {
        return lines.isEmpty();
      }
      return lines.stream().anyMatch(line -> matches(line, home));
    }

    private boolean matches(Line line, ZoneId home) {
      return (range == null || moment(line, home).filter(range::holds).isPresent())
          && (text == null || text.matches(line.text()))
          && params.stream().allMatch(param -> param.matches(line));
    }

    private static Optional<Instant> moment(Line line, ZoneId home) {
      return When.of(line.value().strip()).map(when -> when.at(home));
    }
  }

  /** One parameter of a property (section 9.7.3). */
  record Param(String name, boolean absent, @Nullable TextMatch text) {
    boolean matches(Line line) {
      var value = line.param(name);
      return absent
          ? value.isEmpty()
          : value.filter(v -> text == null || text.matches(v)).isPresent();
    }
  }

  /** The element around all of it. */
  static Filter read(Element filter) {
    var all = filter.children().toList();
    if (all.size() != 1 || !all.getFirst().name().equals(Names.caldav("comp-filter"))) {
      throw Names.refused("valid-filter");
    }
    if (conditions(filter) > MOST) {
      throw Names.refused("supported-filter"); // each is held against every text
    }
    var read = comp(all.getFirst(), 0);
    if (!read.name().equals("VCALENDAR") || read.range() != null) {
      throw Names.refused("valid-filter");
    }
    return read;
  }

  private static long conditions(Element element) {
    return element
        .children()
        .mapToLong(e -> (CONDITIONS.contains(e.name()) ? 1 : 0) + conditions(e))
        .sum();
  }

  private static Filter comp(Element element, int depth) {
    var name = named(element);
    if (depth > DEEPEST) {
      throw Names.refused("supported-filter");
    }
    var range = element.child(Names.TIME_RANGE).map(Range::read).orElse(null);
    boolean timed = name.equals(CalendarObject.EVENT) || name.equals(CalendarObject.TODO);
    if (range != null && !timed) {
      throw Names.refused("supported-filter"); // of alarms, say
    }
    return new Filter(
        name,
        absent(element),
        range,
        of(element, "prop-filter").map(Filter::prop).toList(),
        of(element, "comp-filter").map(one -> comp(one, depth + 1)).toList());
  }

  private static Stream<Element> of(Element element, String name) {
    return element.children().filter(e -> e.name().equals(Names.caldav(name)));
  }

  private static String named(Element element) {
    var name = element.attribute("name").toUpperCase(Locale.ROOT);
    if (name.isEmpty()) {
      throw Names.refused("valid-filter");
    }
    return name;
  }

  private static boolean absent(Element element) {
    return element.has(Names.caldav("is-not-defined"));
  }

  private static @Nullable TextMatch text(Element element) {
    return element.child(Names.caldav("text-match")).map(TextMatch::read).orElse(null);
  }

  private static Prop prop(Element element) {
    return new Prop(
        named(element),
        absent(element),
        element.child(Names.TIME_RANGE).map(Range::read).orElse(null),
        text(element),
        of(element, "param-filter")
            .map(one -> new Param(named(one), absent(one), text(one)))
            .toList());
  }

  /** The one kind of thing that it asks for and says no more of than when; else empty. */
  Optional<Filter> plain() {
    boolean one = props.isEmpty() && comps.size() == 1 && !comps.getFirst().absent();
    return Optional.of(this)
        .filter(f -> one && !absent)
        .map(f -> f.comps().getFirst())
        .filter(f -> f.props().isEmpty() && f.comps().isEmpty())
        .filter(f -> Set.of(CalendarObject.EVENT, CalendarObject.TODO).contains(f.name()));
  }

  /** In which time and kind all lies that it can match; null for any. */
  @Nullable Filter bound() {
    return comps.stream()
        .filter(f -> !f.absent())
        .filter(f -> Set.of(CalendarObject.EVENT, CalendarObject.TODO).contains(f.name()))
        .findFirst()
        .orElse(null);
  }

  boolean matches(CalendarObject object, ZoneId home, Budget budget) {
    return !absent
        && props.stream().allMatch(p -> p.matches(object.calendar(), home))
        && comps.stream().allMatch(c -> c.within(object, home, budget));
  }

  private boolean within(CalendarObject object, ZoneId home, Budget budget) {
    var parts = object.calendar().parts(name);
    if (absent) {
      return parts.isEmpty();
    }
    var times = range == null ? null : Occurs.in(object, range, home, budget);
    Predicate<Part> timely = part -> times == null || times.contains(object.events().indexOf(part));
    return parts.stream().anyMatch(part -> timely.test(part) && holds(part, home));
  }

  private boolean holds(Part part, ZoneId home) {
    return props.stream().allMatch(p -> p.matches(part, home))
        && comps.stream().allMatch(c -> c.nested(part, home));
  }

  private boolean nested(Part outer, ZoneId home) {
    var parts = outer.parts(name);
    return absent ? parts.isEmpty() : parts.stream().anyMatch(part -> holds(part, home));
  }
}
