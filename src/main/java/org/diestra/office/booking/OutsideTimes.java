package org.diestra.office.booking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;

/**
 * When people are taken by what the house's own calendars do not know, such as a feed of another
 * program: a bean of the module that reads it. Each that there is has to answer before anybody's
 * time is offered.
 */
public interface OutsideTimes {
  /** From one instant on and before another. */
  record Taken(Instant from, Instant to) {}

  /**
   * What is taken between two instants, by person; whoever is not there is free. Empty where it
   * can't be read at this moment: then no time of these people is offered.
   */
  Optional<Map<PersonId, List<Taken>>> between(
      Collection<PersonId> people, Instant from, Instant to);
}
