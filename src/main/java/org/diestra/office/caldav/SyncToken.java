package org.diestra.office.caldav;

import java.util.regex.Pattern;
import org.diestra.office.calendar.Calendar;
import org.diestra.platform.dav.DavFault;

/**
 * What a program has seen of a calendar (RFC 6578, section 3.2): the number of its last change. How
 * far the person may go is part of it, since whoever may read more or less sees other bytes.
 */
record SyncToken(String calendar, String reach, long change) {
  private static final int PARTS = 6; // between colons, of which the last three say something
  private static final Pattern TEXT =
      Pattern.compile("urn:diestra:sync:[0-9A-Za-z]{22}:[A-Z]{4,6}:\\d{1,18}");

  static SyncToken of(Calendar calendar) {
    return at(calendar, calendar.change());
  }

  static SyncToken at(Calendar calendar, long change) {
    return new SyncToken(calendar.id().toString(), calendar.reach().name(), change);
  }

  String text() {
    return "urn:diestra:sync:" + calendar + ":" + reach + ":" + change;
  }

  /**
   * The change up to which a program knows everything; 0 for nothing yet.
   *
   * @throws DavFault 403 for a token that is none, or not of this calendar as it is seen now
   */
  static long known(Calendar calendar, String text) {
    if (text.isEmpty()) {
      return 0;
    }
    var parts = text.split(":");
    boolean ours =
        TEXT.matcher(text).matches()
            && parts[PARTS - 3].equals(calendar.id().toString())
            && parts[PARTS - 2].equals(calendar.reach().name())
            && Long.parseLong(parts[PARTS - 1]) <= calendar.change();
    if (!ours) {
      throw new DavFault(403, Names.VALID_TOKEN);
    }
    return Long.parseLong(parts[PARTS - 1]);
  }
}
