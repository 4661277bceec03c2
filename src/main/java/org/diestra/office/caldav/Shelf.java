package org.diestra.office.caldav;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.diestra.office.calendar.Calendar;
import org.diestra.office.calendar.ProgramCalendars;
import org.diestra.office.calendar.Reach;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.dav.Dav;
import org.diestra.platform.dav.Hall;
import org.diestra.platform.dav.Xml;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.ZoneText;

/**
 * A calendar in the home of somebody who may see it.
 *
 * @param properties the live ones, made once
 */
record Shelf(Viewer viewer, Calendar calendar, Map<QName, Xml> properties) implements Hall {
  private static final Set<QName> REPORTS =
      Set.of(Names.QUERY, Names.MULTIGET, Names.FREE_BUSY, Names.SYNC);
  private static final Set<QName> OF_A_KEEPER =
      Set.of(Names.DISPLAY, Names.DESCRIPTION, Names.TIMEZONE, Names.COLOUR);

  /** What those who may not name it call it for themselves. */
  private static final Set<QName> OF_ANYBODY =
      Set.of(Names.DISPLAY, Names.DESCRIPTION, Names.COLOUR);

  static Shelf of(Viewer viewer, Calendar calendar) {
    var all = new LinkedHashMap<QName, Xml>();
    if (!calendar.note().isEmpty()) {
      all.put(Names.DESCRIPTION, Xml.text(calendar.note()));
    }
    all.put(Names.COLOUR, Xml.text(Colours.of(calendar)));
    all.put(Names.TIMEZONE, Xml.text(ZoneText.of(calendar.zone())));
    all.put(Names.caldav("calendar-timezone-id"), Xml.text(calendar.zone().getId()));
    all.put(Names.COMPONENTS, components(calendar));
    all.put(Names.caldav("supported-calendar-data"), data());
    all.put(
        Names.caldav("supported-collation-set"),
        joined(
            TextMatch.COLLATIONS.stream()
                .map(c -> Xml.element(Names.caldav("supported-collation"), Xml.text(c)))
                .toList()));
    all.put(Names.caldav("max-resource-size"), Xml.text(String.valueOf(CalendarObject.LARGEST)));
    all.put(Names.caldav("min-date-time"), Xml.text("19000101T000000Z"));
    all.put(Names.caldav("max-date-time"), Xml.text("22001231T235959Z"));
    all.put(Names.CTAG, Xml.text(SyncToken.of(calendar).text()));
    all.put(Names.SYNC_TOKEN, Xml.text(SyncToken.of(calendar).text()));
    if (calendar.of(viewer.id())) {
      all.put(Names.OWNER, Xml.href(Home.principal(viewer)));
    }
    return new Shelf(viewer, calendar, all);
  }

  private static Xml components(Calendar calendar) {
    return joined(
        calendar.kinds().stream()
            .sorted()
            .map(kind -> Xml.element(Names.COMP, Map.of("name", kind)))
            .toList());
  }

  private static Xml data() {
    return Xml.element(Names.DATA, Map.of("content-type", "text/calendar", "version", "2.0"));
  }

  private static Xml joined(List<Xml> parts) {
    var out = new StringBuilder();
    parts.forEach(part -> out.append(part.markup()));
    return new Xml(out.toString());
  }

  /** Each person's own, so that the order of calendars in one's program is nobody else's matter. */
  @Override
  public UUID id() {
    var key = viewer.id() + "/" + calendar.id();
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String name() {
    return ProgramCalendars.name(viewer, calendar);
  }

  /** With whose it is, where it is neither one's own nor a workspace's. */
  @Override
  public String displayName() {
    var owner = calendar.ownerName();
    return owner == null || calendar.of(viewer.id())
        ? calendar.name()
        : calendar.name() + " (" + owner + ")";
  }

  @Override
  public List<QName> kinds() {
    return List.of(Dav.COLLECTION, Names.CALENDAR);
  }

  @Override
  public List<QName> privileges() {
    var all = new ArrayList<>(calendar.writes() ? Dav.WRITES : Dav.READS);
    all.add(Names.READ_FREE_BUSY);
    return all;
  }

  private boolean managed() {
    return calendar.reach() == Reach.MANAGE;
  }

  @Override
  public Set<QName> settable() {
    return managed() ? OF_A_KEEPER : Set.of();
  }

  @Override
  public Set<QName> personal() {
    return managed() ? Set.of() : OF_ANYBODY;
  }

  @Override
  public Set<QName> reports() {
    return REPORTS;
  }
}
