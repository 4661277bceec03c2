package org.diestra.office.caldav;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diestra.office.calendar.Calendar;
import org.diestra.office.calendar.Held;
import org.diestra.office.calendar.Objects;
import org.diestra.office.calendar.ProgramCalendars;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.dav.Dav;
import org.diestra.platform.dav.DavFault;
import org.diestra.platform.dav.DavPath;
import org.diestra.platform.dav.Xml;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands in calendars: found, put there and taken away. Paths are those of the branch. */
@Component
class Leaves {
  private static final int DEPTH = 3; // whose home, which calendar, its own name
  private static final int LONGEST_NAME = 255;
  private final ProgramCalendars programs;
  private final Objects objects;

  Leaves(ProgramCalendars programs, Objects objects) {
    this.programs = programs;
    this.objects = objects;
  }

  /** The calendar that a path leads into. */
  Optional<Calendar> calendar(Viewer viewer, DavPath path) {
    return programs.called(viewer, path.names().get(1));
  }

  Optional<Leaf> find(Viewer viewer, DavPath path) {
    return calendar(viewer, path).flatMap(calendar -> find(viewer, calendar, path.name()));
  }

  private Optional<Leaf> find(Viewer viewer, Calendar calendar, String name) {
    return Optional.ofNullable(objects.named(calendar, List.of(name)).get(name))
        .filter(Held::told)
        .map(held -> new Leaf(viewer, calendar, held, objects));
  }

  List<Leaf> all(Viewer viewer, Calendar calendar) {
    try {
      return objects.all(calendar).stream()
          .map(held -> new Leaf(viewer, calendar, held, objects))
          .toList();
    } catch (Objects.TooMuch e) {
      throw new DavFault(507);
    }
  }

  /**
   * From now until the transaction ends nobody else changes anything in that calendar.
   *
   * @throws DavFault 403 where the person may not either
   */
  void hold(Viewer viewer, DavPath path) {
    var calendar = calendar(viewer, path).orElseThrow(() -> new DavFault(404));
    if (!objects.hold(calendar)) {
      throw denied(path);
    }
  }

  /** RFC 3744, section 7.1.1. */
  static DavFault denied(DavPath path) {
    var resource =
        Xml.element(
            Dav.name("resource"),
            Xml.href(href(path)),
            Xml.element(Dav.name("privilege"), Xml.element(Dav.name("write"))));
    return new DavFault(403, Dav.PRIVILEGES, resource);
  }

  private static String href(DavPath path) {
    var names = new ArrayList<String>();
    names.add(CalendarBranch.NAME);
    names.addAll(path.names());
    return new DavPath(names).href(false);
  }

  byte[] body(Viewer viewer, Leaf leaf) {
    var body = objects.bodies(viewer, leaf.calendar(), List.of(leaf.held())).get(leaf.name());
    if (body == null) {
      throw new NotFound();
    }
    if (!leaf.masked() && !Hash.of(body).equals(leaf.held().etag())) {
      throw new DavFault(503); // written over in this moment: these bytes have another tag
    }
    return body;
  }

  /**
   * Keeps a body in the place of what is there.
   *
   * @param maker whose it is if it is new
   * @throws DavFault 403 with the condition that it does not meet
   */
  Leaf keep(Viewer viewer, DavPath path, byte[] body, PersonId maker) {
    return keep(viewer, path, body, maker, null);
  }

  private Leaf keep(Viewer viewer, DavPath path, byte[] body, PersonId maker, @Nullable Held was) {
    requirePlace(path);
    var calendar = calendar(viewer, path).orElseThrow(() -> new DavFault(404));
    var object = Incoming.read(body, calendar);
    var bearing = objects.bearing(calendar, object.uid());
    var there = find(viewer, calendar, path.name());
    boolean other = there.filter(l -> !l.held().uid().equals(object.uid())).isPresent();
    if (other || bearing.filter(name -> !name.equals(path.name())).isPresent()) {
      var twin = path.parent().child(bearing.orElse(path.name()));
      throw Names.refused("no-uid-conflict", Xml.href(href(twin)));
    }
    return objects
        .put(viewer, calendar, path.name(), body, object, maker, was)
        .fold(
            held -> new Leaf(viewer, calendar, held, objects),
            why -> {
              throw fault(why, path);
            });
  }

  private static void requirePlace(DavPath path) {
    if (path.names().size() != DEPTH || path.name().length() > LONGEST_NAME) {
      throw Names.refused("calendar-collection-location-ok");
    }
  }

  private static DavFault fault(Refusal why, DavPath path) {
    return switch (why.key()) {
      case "calendar.full" -> new DavFault(507);
      case "calendar.heavy" -> new DavFault(507, Dav.name("quota-not-exceeded")); // RFC 4331
      case "calendar.moved" -> new DavFault(412);
      default -> denied(path);
    };
  }

  void remove(Viewer viewer, DavPath path, Leaf leaf, boolean silent) {
    if (leaf.masked()) {
      throw denied(path);
    }
    objects.remove(viewer, leaf.calendar(), leaf.held(), silent);
  }

  /** Taken out there and put in here, since each calendar counts its own changes. */
  void move(Viewer viewer, Leaf leaf, DavPath to) {
    var body = open(viewer, leaf, to);
    var maker = objects.maker(leaf.held()).orElse(viewer.id());
    if (leaf.masked()) {
      throw denied(to);
    }
    objects.takeOut(viewer, leaf.calendar(), leaf.held());
    giveWay(viewer, to);
    keep(viewer, to, body, maker, leaf.held());
  }

  Leaf copy(Viewer viewer, Leaf leaf, DavPath to) {
    var body = open(viewer, leaf, to);
    giveWay(viewer, to);
    return keep(viewer, to, body, viewer.id());
  }

  /** What is masked is copied no more than it is written over. */
  private byte[] open(Viewer viewer, Leaf leaf, DavPath to) {
    requirePlace(to);
    if (leaf.masked()) {
      throw denied(to);
    }
    return body(viewer, leaf);
  }

  /** Whatever its UID. */
  private void giveWay(Viewer viewer, DavPath to) {
    find(viewer, to).ifPresent(old -> remove(viewer, to, old, false));
  }
}
