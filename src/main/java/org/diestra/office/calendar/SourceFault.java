package org.diestra.office.calendar;

import java.util.Locale;
import org.diestra.platform.fetching.Fetched;

/** Why a calendar outside can't be read. */
enum SourceFault {
  ADDRESS,
  PRIVATE,
  UNREACHABLE,
  UNTRUSTED,
  LOST,
  SLOW,
  LARGE,
  REFUSED,
  /** The other side asks who it is. */
  PASSWORD,
  /** Nothing lies there. */
  GONE,
  /** A page for people lies there. */
  PAGE,
  /** Something else lies there, or a calendar that can't be read. */
  CALENDAR,
  /** It would send its secret over an open line. */
  OPEN;

  static SourceFault of(Fetched.Failed failed) {
    return switch (failed.status()) {
      case 401, 403 -> PASSWORD;
      case 404, 410 -> GONE;
      default -> valueOf(failed.fault().name());
    };
  }

  /** Of the message that says so. */
  String key() {
    return compareTo(REFUSED) <= 0
        ? Fetched.Fault.valueOf(name()).key()
        : "calendar.source.fault." + name().toLowerCase(Locale.ROOT);
  }
}
