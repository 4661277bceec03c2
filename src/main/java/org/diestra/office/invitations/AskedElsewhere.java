package org.diestra.office.invitations;

import java.util.Optional;
import org.diestra.office.calendar.EventId;
import org.diestra.platform.accounts.Viewer;

/** Implemented by a module whose invitations stand in people's own calendars too. */
public interface AskedElsewhere {
  /** Where the caller answers what stands there; its part {@code #people} is shown beside it. */
  Optional<String> href(Viewer viewer, EventId event);
}
