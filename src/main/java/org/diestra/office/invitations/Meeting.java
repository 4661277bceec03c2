package org.diestra.office.invitations;

import java.util.UUID;
import org.diestra.office.calendar.CalendarId;
import org.diestra.office.calendar.EventId;
import org.diestra.platform.accounts.PersonId;

/**
 * An event to which people are asked.
 *
 * @param organizer whom everybody was told who asks
 * @param organizerName that person's, or the client's
 * @param number of the last issue; 0 before the first
 * @param pending whether the event has changed since
 */
record Meeting(
    UUID id,
    EventId object,
    CalendarId calendar,
    String uid,
    PersonId organizer,
    String organizerName,
    int number,
    boolean pending,
    boolean ended) {
  /** At most so often is one sent anew. */
  static final int MOST_ISSUES = 500;
}
