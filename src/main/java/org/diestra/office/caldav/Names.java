package org.diestra.office.caldav;

import javax.xml.namespace.QName;
import org.diestra.platform.dav.Dav;
import org.diestra.platform.dav.DavFault;
import org.diestra.platform.dav.Xml;

/** Names of RFC 4791 and of what programs ask for besides. */
final class Names {
  static final QName CALENDAR = caldav("calendar");
  static final QName HOME = caldav("calendar-home-set");
  static final QName DATA = caldav("calendar-data");
  static final QName DESCRIPTION = caldav("calendar-description");
  static final QName TIMEZONE = caldav("calendar-timezone");
  static final QName COMPONENTS = caldav("supported-calendar-component-set");
  static final QName COMP = caldav("comp");
  static final QName PROP = caldav("prop");
  static final QName TIME_RANGE = caldav("time-range");
  static final QName QUERY = caldav("calendar-query");
  static final QName MULTIGET = caldav("calendar-multiget");
  static final QName FREE_BUSY = caldav("free-busy-query");
  static final QName READ_FREE_BUSY = caldav("read-free-busy");
  static final QName SCHEDULE_TAG = caldav("schedule-tag");
  static final QName SYNC = Dav.name("sync-collection");
  static final QName SYNC_TOKEN = Dav.name("sync-token");
  static final QName DISPLAY = Dav.name("displayname");
  static final QName OWNER = Dav.name("owner");

  /** RFC 6578, section 3.2. */
  static final QName VALID_TOKEN = Dav.name("valid-sync-token");

  static final QName TOO_MANY = Dav.name("number-of-matches-within-limits");

  /** Of Apple, and asked for by nearly all. */
  static final QName COLOUR = new QName("http://apple.com/ns/ical/", "calendar-color");

  /** Of older programs, which know no sync tokens. */
  static final QName CTAG = new QName("http://calendarserver.org/ns/", "getctag");

  private Names() {}

  static QName caldav(String local) {
    return new QName(Dav.CALDAV, local);
  }

  /** RFC 4791, section 1.3: a condition of its own that did not hold. */
  static DavFault refused(String condition) {
    return refused(condition, Xml.nothing());
  }

  static DavFault refused(String condition, Xml detail) {
    return new DavFault(403, caldav(condition), detail);
  }
}
