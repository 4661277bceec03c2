package org.diestra.office.caldav;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.diestra.office.calendar.Calendar;
import org.diestra.office.calendar.Calendars;
import org.diestra.office.calendar.ProgramCalendars;
import org.diestra.office.calendar.Reach;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.dav.Branch;
import org.diestra.platform.dav.Dav;
import org.diestra.platform.dav.DavFault;
import org.diestra.platform.dav.DavPath;
import org.diestra.platform.dav.DeadProperties;
import org.diestra.platform.dav.Element;
import org.diestra.platform.dav.Node;
import org.diestra.platform.dav.Report;
import org.diestra.platform.dav.Xml;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.programs.Part;
import org.springframework.stereotype.Component;

/**
 * {@code /dav/calendars/{user}/{calendar}/{name}}: in everybody's home stand the calendars that
 * this person may see at this moment, one's own and those of others.
 */
@Component
class CalendarBranch implements Branch {
  static final String NAME = "calendars";
  private static final int HOME = 1;
  private static final int CALENDAR = 2;
  private static final int OBJECT = 3;
  private static final int LONGEST_NAME = 255;
  private final Calendars calendars;
  private final ProgramCalendars programs;
  private final Leaves leaves;
  private final CalendarReports reports;
  private final Planning planning;
  private final DeadProperties dead;

  CalendarBranch(
      Calendars calendars,
      ProgramCalendars programs,
      Leaves leaves,
      CalendarReports reports,
      Planning planning,
      DeadProperties dead) {
    this.calendars = calendars;
    this.programs = programs;
    this.leaves = leaves;
    this.reports = reports;
    this.planning = planning;
    this.dead = dead;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Part part() {
    return Part.CALENDARS;
  }

  @Override
  public List<String> classes() {
    return List.of("calendar-access", "calendar-auto-schedule");
  }

  /** A lock on one's own address of a calendar would keep nobody else from it. */
  @Override
  public boolean locks() {
    return false;
  }

  @Override
  public boolean light() {
    return true;
  }

  @Override
  public Map<QName, Xml> homes(Viewer viewer) {
    var home = new DavPath(List.of(NAME, viewer.id().toString())).href(true);
    return Map.of(
        Names.HOME,
        Xml.href(home),
        Names.caldav("schedule-inbox-URL"),
        Xml.href(box(viewer, Box.in(viewer))),
        Names.caldav("schedule-outbox-URL"),
        Xml.href(box(viewer, Box.out(viewer))));
  }

  private static String box(Viewer viewer, Box box) {
    return new DavPath(List.of(NAME, viewer.id().toString(), box.name())).href(true);
  }

  @Override
  public Report.Document post(Viewer viewer, DavPath path, byte[] body) {
    if (find(viewer, path).filter(node -> node instanceof Box box && box.sends()).isEmpty()) {
      throw new DavFault(405);
    }
    return planning.answer(body);
  }

  @Override
  public Map<QName, Report> reports() {
    return reports.all();
  }

  @Override
  public Optional<? extends Node> find(Viewer viewer, DavPath path) {
    if (path.root()) {
      return Optional.of(Home.hall(NAME));
    }
    if (!path.names().getFirst().equals(viewer.id().toString())) {
      return Optional.empty();
    }
    return switch (path.names().size()) {
      case HOME -> Optional.of(Home.of(viewer));
      case CALENDAR ->
          Box.of(viewer, path.name())
              .<Node>map(box -> box)
              .or(() -> leaves.calendar(viewer, path).map(in -> Shelf.of(viewer, in)));
      case OBJECT -> leaves.find(viewer, path);
      default -> Optional.empty();
    };
  }

  @Override
  public List<? extends Node> children(Viewer viewer, DavPath path, Node collection) {
    if (collection instanceof Shelf shelf) {
      return leaves.all(viewer, shelf.calendar());
    }
    if (path.root()) {
      return List.of(Home.of(viewer));
    }
    if (collection instanceof Box) {
      return List.of();
    }
    return calendars.visible().stream().map(calendar -> Shelf.of(viewer, calendar)).toList();
  }

  /**
   * In a calendar whoever writes there; of a calendar itself whoever may look, for its own words.
   */
  @Override
  public void hold(Viewer viewer, List<DavPath> paths) {
    var held = new HashSet<String>();
    for (var path : paths) {
      if (path.names().size() < CALENDAR
          || !path.names().getFirst().equals(viewer.id().toString())) {
        throw new DavFault(403);
      }
      if (path.names().size() > CALENDAR && held.add(path.names().get(1))) {
        leaves.hold(viewer, path);
      }
    }
  }

  @Override
  public void makeCollection(Viewer viewer, DavPath path) {
    throw new DavFault(403, Names.caldav("calendar-collection-location-ok"));
  }

  @Override
  public Set<QName> makeCollection(
      Viewer viewer, DavPath path, Set<QName> kinds, Map<QName, Element> properties) {
    if (path.names().size() != CALENDAR || Box.NAMES.contains(path.name())) {
      throw Names.refused("calendar-collection-location-ok");
    }
    if (!kinds.equals(Set.of(Dav.COLLECTION, Names.CALENDAR))) {
      throw new DavFault(403, Dav.VALID_KIND);
    }
    if (path.name().length() > LONGEST_NAME) {
      throw new DavFault(414);
    }
    var wanted = new HashSet<String>();
    var components = properties.get(Names.COMPONENTS);
    if (components != null) {
      components
          .children()
          .filter(e -> e.name().equals(Names.COMP))
          .forEach(e -> wanted.add(e.attribute("name").toUpperCase(Locale.ROOT)));
      wanted.retainAll(Calendar.KINDS);
      if (wanted.isEmpty()) {
        throw Names.refused("supported-calendar-component");
      }
    }
    programs
        .begin(viewer, path.name(), components == null ? Calendar.KINDS : wanted)
        .fold(
            id -> id,
            why -> {
              throw new DavFault(why.key().equals("calendar.many") ? 507 : 403);
            });
    return Set.of(Names.COMPONENTS);
  }

  @Override
  public Map<QName, Integer> set(
      Viewer viewer, DavPath path, Node node, Map<QName, Optional<Element>> values) {
    var calendar = programs.held(((Shelf) node).calendar().id());
    return new Naming(calendars, programs, calendar).set(values);
  }

  /** Bytes that read as what they are to be. */
  private record Text(byte[] body) implements Brought {
    @Override
    public void close() {}
  }

  @Override
  public Brought receive(Viewer viewer, DavPath path, InputStream in) throws IOException {
    var body = in.readNBytes(CalendarObject.LARGEST + 1);
    if (body.length > CalendarObject.LARGEST) {
      throw Names.refused("max-resource-size");
    }
    return new Text(body);
  }

  @Override
  public Node put(Viewer viewer, DavPath path, Brought brought) {
    return leaves.keep(viewer, path, ((Text) brought).body(), viewer.id());
  }

  @Override
  public InputStream open(Viewer viewer, Node node) {
    return new ByteArrayInputStream(leaves.body(viewer, leaf(node)));
  }

  @Override
  public void delete(Viewer viewer, DavPath path, Node node) {
    delete(viewer, path, node, false);
  }

  @Override
  public void delete(Viewer viewer, DavPath path, Node node, boolean silent) {
    if (node instanceof Shelf shelf) {
      if (shelf.calendar().reach() != Reach.MANAGE) {
        throw Leaves.denied(path);
      }
      calendars.remove(viewer, shelf.calendar().id());
    } else {
      leaves.remove(viewer, path, leaf(node), silent);
    }
    dead.forget(List.of(node.id()));
  }

  private static Leaf leaf(Node node) {
    if (node instanceof Leaf leaf) {
      return leaf;
    }
    throw new DavFault(403);
  }

  @Override
  public void move(Viewer viewer, Node node, DavPath to) {
    leaves.move(viewer, leaf(node), to);
    dead.forget(List.of(node.id()));
  }

  @Override
  public Map<UUID, UUID> copy(Viewer viewer, Node node, DavPath to, boolean deep) {
    return Map.of(node.id(), leaves.copy(viewer, leaf(node), to).id());
  }
}
