package org.diestra.hiring.jobs;

import java.util.Optional;
import org.diestra.platform.accounts.PersonId;

/** Who can be invited to a job: answered by a module that knows assistants. */
public interface Invitees {
  /** Whose public handle that is; empty for one that nobody has, or whose profile is not out. */
  Optional<PersonId> find(String handle);

  /** Whether that person offers services and may bid. */
  boolean ready(PersonId person);
}
