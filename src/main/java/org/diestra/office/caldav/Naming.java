package org.diestra.office.caldav;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.diestra.office.calendar.Calendar;
import org.diestra.office.calendar.Calendars;
import org.diestra.office.calendar.ProgramCalendars;
import org.diestra.platform.dav.Element;
import org.diestra.platform.icalendar.ZoneText;
import org.jspecify.annotations.Nullable;

/** What a program says of a calendar that its person manages. */
final class Naming {
  private static final int CONFLICT = 409;
  private static final int FORBIDDEN = 403;
  private final Calendars calendars;
  private final ProgramCalendars programs;
  private final Calendar calendar;
  private final Map<QName, Integer> wrong = new LinkedHashMap<>();
  private String name;
  private String note;
  private String colour;
  private @Nullable String tint;
  private ZoneId zone;

  Naming(Calendars calendars, ProgramCalendars programs, Calendar calendar) {
    this.calendars = calendars;
    this.programs = programs;
    this.calendar = calendar;
    this.name = calendar.name();
    this.note = calendar.note();
    this.colour = calendar.colour();
    this.tint = calendar.tint();
    this.zone = calendar.zone();
  }

  /** Keeps all of it, or answers what can't be so. */
  Map<QName, Integer> set(Map<QName, Optional<Element>> values) {
    values.forEach((key, value) -> take(key, value.map(Element::text).orElse("").strip()));
    if (wrong.isEmpty()) {
      calendars.change(calendar.id(), name, colour, zone);
      programs.describe(calendar.id(), note, tint);
    }
    return wrong;
  }

  private void take(QName key, String value) {
    if (key.equals(Names.DISPLAY)) {
      called(value.replaceAll("\\p{Cntrl}+", " ").strip());
    } else if (key.equals(Names.DESCRIPTION)) {
      note = value.substring(0, Math.min(value.length(), Calendar.LONGEST_NOTE));
      if (value.length() > Calendar.LONGEST_NOTE) {
        wrong.put(key, CONFLICT);
      }
    } else if (key.equals(Names.COLOUR)) {
      coloured(value);
    } else {
      placed(value);
    }
  }

  /** Without a name there is no telling it from others. */
  private void called(String value) {
    if (value.isEmpty() || value.length() > Calendar.LONGEST_NAME) {
      wrong.put(Names.DISPLAY, value.isEmpty() ? FORBIDDEN : CONFLICT);
    } else {
      name = value;
    }
  }

  private void coloured(String value) {
    var read = Colours.read(value);
    tint = read.orElse(null);
    if (!value.isEmpty() && read.isEmpty()) {
      wrong.put(Names.COLOUR, CONFLICT);
    }
    colour = read.map(Colours::nearest).orElse(colour);
  }

  private void placed(String value) {
    var read = ZoneText.read(value);
    if (read.isEmpty()) {
      wrong.put(Names.TIMEZONE, value.isEmpty() ? FORBIDDEN : CONFLICT);
    }
    zone = read.orElse(zone);
  }
}
