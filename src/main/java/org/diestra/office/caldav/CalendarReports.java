package org.diestra.office.caldav;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.namespace.QName;
import org.diestra.office.calendar.Calendar;
import org.diestra.office.calendar.Held;
import org.diestra.office.calendar.Objects;
import org.diestra.office.calendar.ProgramCalendars;
import org.diestra.platform.dav.Dav;
import org.diestra.platform.dav.DavFault;
import org.diestra.platform.dav.DavPath;
import org.diestra.platform.dav.Report;
import org.diestra.platform.dav.Xml;
import org.diestra.platform.icalendar.Budget;
import org.springframework.stereotype.Component;

/** What programs ask of a calendar (RFC 4791, section 7; RFC 6578). */
@Component
class CalendarReports {
  private final Objects objects;
  private final ProgramCalendars programs;
  private final Clock clock;

  CalendarReports(Objects objects, ProgramCalendars programs, Clock clock) {
    this.objects = objects;
    this.programs = programs;
    this.clock = clock;
  }

  Map<QName, Report> all() {
    return Map.of(
        Names.QUERY, bounded(this::query),
        Names.MULTIGET, bounded(this::multiget),
        Names.FREE_BUSY, this::freeBusy,
        Names.SYNC, bounded(this::sync));
  }

  private static Report bounded(Report report) {
    return asked -> {
      try {
        return report.of(asked);
      } catch (Objects.TooMuch e) {
        throw new DavFault(507, Names.TOO_MANY);
      }
    };
  }

  private static Calendar calendar(Report.Question asked) {
    return ((Shelf) asked.node()).calendar();
  }

  /** Section 7.10. */
  private Report.Answer freeBusy(Report.Question asked) {
    var range = asked.body().child(Names.TIME_RANGE).map(Range::read);
    var found = range.orElseThrow(() -> Names.refused("valid-filter"));
    return new Report.Document(
        "text/calendar;charset=utf-8",
        FreeBusy.of(objects, calendar(asked), found, clock.instant()));
  }

  /** Section 7.8; whoever asks it of a calendar means what lies in it, whatever the depth says. */
  private Report.Answer query(Report.Question asked) {
    var calendar = calendar(asked);
    var filter =
        Filter.read(
            asked
                .body()
                .child(Names.caldav("filter"))
                .orElseThrow(() -> Names.refused("valid-filter")));
    var found = new Search(asked.viewer(), calendar, filter, objects).held();
    var lines = found.stream().map(held -> line(asked, held)).toList();
    return new Report.Lines(lines, Xml.nothing(), filler(asked)::fill);
  }

  private Report.Line line(Report.Question asked, Held held) {
    var path = asked.path().child(held.name());
    return Report.Line.of(path, new Leaf(asked.viewer(), calendar(asked), held, objects));
  }

  /** Section 7.9. */
  private Report.Answer multiget(Report.Question asked) {
    var paths = new LinkedHashSet<DavPath>();
    asked
        .body()
        .children()
        .filter(e -> e.name().equals(Dav.name("href")))
        .forEach(e -> DavPath.within(CalendarBranch.NAME, e.text()).ifPresent(paths::add));
    Predicate<DavPath> here = p -> !p.root() && p.parent().equals(asked.path());
    var names = paths.stream().filter(here).map(DavPath::name).toList();
    var found = objects.named(calendar(asked), names);
    var lines = new ArrayList<Report.Line>();
    for (var path : paths) {
      var held = here.test(path) ? found.get(path.name()) : null;
      lines.add(held == null || !held.told() ? Report.Line.missing(path) : line(asked, held));
    }
    return new Report.Lines(lines, Xml.nothing(), filler(asked)::fill);
  }

  /** RFC 6578, section 3.2. */
  private Report.Answer sync(Report.Question asked) {
    var calendar = calendar(asked);
    var token = asked.body().child(Names.SYNC_TOKEN).orElseThrow(() -> new DavFault(400)).text();
    var all = objects.since(calendar, SyncToken.known(calendar, token.strip()));
    var most = limit(asked);
    long until = calendar.change();
    boolean cut = most.filter(m -> m < all.size()).isPresent();
    var told = all;
    if (cut) {
      // what one change did is told whole, or a program could not say where it stands
      long last = all.get(most.orElseThrow()).change();
      told = all.stream().filter(c -> c.change() < last).toList();
      if (told.isEmpty()) {
        throw new DavFault(507, Names.TOO_MANY);
      }
      until = told.getLast().change();
    }
    var lines = new ArrayList<Report.Line>();
    told.forEach(one -> {
      var held = one.held();
      lines.add(
          held == null ? Report.Line.missing(asked.path().child(one.name())) : line(asked, held));
    });
    if (cut) {
      lines.add(Report.Line.cut(asked.path()));
    }
    var extra = Xml.element(Names.SYNC_TOKEN, Xml.text(SyncToken.at(calendar, until).text()));
    return new Report.Lines(lines, extra, filler(asked)::fill);
  }

  private static Optional<Integer> limit(Report.Question asked) {
    return asked
        .body()
        .child(Dav.name("limit"))
        .flatMap(limit -> limit.child(Dav.name("nresults")))
        .map(results -> results.text().strip())
        .filter(text -> text.matches("[1-9]\\d{0,8}"))
        .map(Integer::valueOf);
  }

  private Filler filler(Report.Question asked) {
    return new Filler(asked, Wanted.read(asked.body()));
  }

  /** Adds the texts to some lines, as they are by then. */
  private final class Filler {
    private final Report.Question asked;
    private final Optional<Wanted> wanted;

    Filler(Report.Question asked, Optional<Wanted> wanted) {
      this.asked = asked;
      this.wanted = wanted;
    }

    List<Report.Line> fill(List<Report.Line> lines) {
      if (wanted.isEmpty()) {
        return lines;
      }
      var there = new HashMap<String, Held>();
      var bodies = new HashMap<String, byte[]>();
      // once more, since some time has passed: access may have ended, or an event have moved on
      programs
          .called(asked.viewer(), asked.path().name())
          .ifPresent(calendar -> {
            var names = lines.stream().filter(l -> l.node() != null).map(l -> l.path().name());
            there.putAll(objects.named(calendar, names.toList()));
            bodies.putAll(objects.bodies(asked.viewer(), calendar, there.values()));
          });
      var budget = Budget.page(); // for some of them: how fast somebody reads is not counted
      return lines.stream().map(line -> filled(line, there, bodies, wanted.get(), budget)).toList();
    }

    private Report.Line filled(
        Report.Line line,
        Map<String, Held> there,
        Map<String, byte[]> bodies,
        Wanted shape,
        Budget budget) {
      if (line.node() == null) {
        return line;
      }
      var held = there.get(line.path().name());
      var body = bodies.get(line.path().name());
      if (held == null || body == null) {
        return Report.Line.missing(line.path());
      }
      try {
        var text = shape.text(body, calendar(asked).zone(), budget);
        var node = new Leaf(asked.viewer(), calendar(asked), held, objects);
        return new Report.Line(line.path(), node, Map.of(Names.DATA, Xml.text(text)), 200);
      } catch (DavFault tooMuch) {
        return Report.Line.cut(line.path());
      }
    }
  }
}
