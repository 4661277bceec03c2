package org.diestra.office.calendar;

import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.icalendar.CalendarObject;

/**
 * Hears what becomes of events and tasks, in the transaction of the change and whichever way it
 * came, but not of what a file or a calendar outside brings in by the hundred: a bean of a module
 * above. It changes nothing in that calendar.
 */
public interface EventWatch {
  /**
   * It is new, or other than it was.
   *
   * @param program whether a program wrote it, which leaves what follows to the house (RFC 6638)
   */
  void changed(Viewer by, EventId id, CalendarObject now, boolean program);

  /**
   * It was taken out.
   *
   * @param silent whether nobody is to hear of it who asked to it (RFC 6638, section 8.1)
   */
  void removed(Viewer by, EventId id, boolean silent);

  /** A whole calendar is about to be taken away, with all that stands in it. */
  void dropped(Viewer by, CalendarId calendar);

  /** The later times of a series have become one of their own. */
  void split(EventId from, EventId rest);

  /** A program put it into another calendar, where it has an id of its own. */
  void moved(EventId was, EventId now, CalendarId into);
}
