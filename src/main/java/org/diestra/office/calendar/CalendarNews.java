package org.diestra.office.calendar;

import org.diestra.platform.live.Live;
import org.springframework.stereotype.Component;

/** Tells open pages that something in a calendar they may show has changed. */
@Component
class CalendarNews {
  private static final String KIND = "calendar";
  private final ShareStore shares;
  private final Live live;

  CalendarNews(ShareStore shares, Live live) {
    this.shares = shares;
    this.live = live;
  }

  /** Within the transaction of the change. What each may see is decided when the page asks. */
  void changed(CalendarId calendar) {
    live.tell(shares.watchers(calendar), KIND, "");
  }

  /** What makes a page load itself again. */
  static String waits() {
    return Live.waits(KIND, "");
  }
}
