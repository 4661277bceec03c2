package org.diestra.office.caldav;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.diestra.office.calendar.Calendar;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.dav.DavFault;
import org.diestra.platform.icalendar.CalendarObject;

/** What a program puts into a calendar, which must be one thing whole (RFC 4791, section 4.1). */
final class Incoming {
  private static final Pattern BEGIN =
      Pattern.compile(
          "^BEGIN[ \t]*:[ \t]*VCALENDAR[ \t]*\r?$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

  private Incoming() {}

  /**
   * @throws DavFault 403 with the condition that it does not meet (section 5.3.2.1)
   */
  static CalendarObject read(byte[] body, Calendar calendar) {
    var object =
        CalendarObject.read(body)
            .fold(
                read -> read,
                why -> {
                  throw Names.refused(condition(why));
                });
    // several in one body would be read as one, and told as they came
    long heads = BEGIN.matcher(new String(body, StandardCharsets.UTF_8)).results().count();
    if (holdsNul(body)) {
      throw Names.refused("valid-calendar-data");
    }
    if (heads != 1 || object.calendar().line("METHOD").isPresent()) {
      throw Names.refused("valid-calendar-object-resource");
    }
    if (!calendar.kinds().contains(object.kind())) {
      throw Names.refused("supported-calendar-component");
    }
    return object;
  }

  /** Which is left out in reading, and no text to the database. */
  private static boolean holdsNul(byte[] body) {
    for (byte one : body) {
      if (one == 0) {
        return true;
      }
    }
    return false;
  }

  private static String condition(Refusal why) {
    return switch (why.key()) {
      case "icalendar.too-large" -> "max-resource-size";
      case "icalendar.many", "icalendar.rule" -> "max-instances";
      case "icalendar.no-event" -> "supported-calendar-component";
      case "icalendar.uid", "icalendar.several" -> "valid-calendar-object-resource";
      default -> "valid-calendar-data";
    };
  }
}
