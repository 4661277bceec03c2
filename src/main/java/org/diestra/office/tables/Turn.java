package org.diestra.office.tables;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did to a row.
 *
 * @param before the cells that changed, as they were; empty texts for what was not there
 * @param after the same, as they became
 * @param by null for somebody without an account
 */
record Turn(
    UUID id,
    Deed deed,
    Map<Integer, String> before,
    Map<Integer, String> after,
    @Nullable PersonId by,
    Instant at) {
  enum Deed {
    ADDED,
    CHANGED,
    REMOVED,
    RETURNED,
    /** What a change had changed was put back. */
    REWOUND;

    String key() {
      return "tables.turn." + name().toLowerCase(Locale.ROOT);
    }
  }

  boolean rewindable() {
    return deed == Deed.CHANGED || deed == Deed.REWOUND;
  }
}
