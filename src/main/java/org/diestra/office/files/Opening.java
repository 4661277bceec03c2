package org.diestra.office.files;

import java.time.Instant;
import java.util.Locale;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * That somebody opened a file on one day, in one way.
 *
 * @param person null where it was whoever held a link
 * @param label of that link; null where it was a person
 * @param times at least 1, minutes apart
 */
record Opening(
    @Nullable PersonId person, @Nullable String label, Way way, Instant lastAt, int times) {
  /** How it was opened. */
  enum Way {
    /** Its page was looked at. */
    LOOKED,
    /** It was downloaded there. */
    SAVED,
    /** A program fetched it by WebDAV. */
    PROGRAM,
    /** It was downloaded by a link. */
    LINK;

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
