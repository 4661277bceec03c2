package org.diestra.office.calendar;

import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.live.Live;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells open pages that something in a calendar they may show has changed. */
@Component
class CalendarNews {
  private static final String KIND = "calendar";
  private final ShareStore shares;
  private final ObjectProvider<EventWatch> watches; // of modules above
  private final Live live;

  CalendarNews(ShareStore shares, ObjectProvider<EventWatch> watches, Live live) {
    this.shares = shares;
    this.watches = watches;
    this.live = live;
  }

  /** That, and what became of one thing in it. */
  void changed(CalendarId calendar, Viewer by, EventId id, CalendarObject now) {
    changed(calendar);
    watches.forEach(watch -> watch.changed(by, id, now, false));
  }

  /** The same by a program. */
  void kept(CalendarId calendar, Viewer by, EventId id, CalendarObject now) {
    changed(calendar);
    watches.forEach(watch -> watch.changed(by, id, now, true));
  }

  void removed(CalendarId calendar, Viewer by, EventId id, boolean silent) {
    changed(calendar);
    watches.forEach(watch -> watch.removed(by, id, silent));
  }

  /** Before all of it is taken away. */
  void dropped(CalendarId calendar, Viewer by) {
    changed(calendar);
    watches.forEach(watch -> watch.dropped(by, calendar));
  }

  Outcome<EventId> split(EventId from, Outcome<EventId> added) {
    if (added instanceof Outcome.Done<EventId>(var rest)) {
      watches.forEach(watch -> watch.split(from, rest));
    }
    return added;
  }

  void moved(EventId was, EventId now, CalendarId into) {
    watches.forEach(watch -> watch.moved(was, now, into));
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
