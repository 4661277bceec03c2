package org.diestra.hiring.watches;

import java.time.Instant;
import org.diestra.platform.accounts.PersonId;

/**
 * A search that somebody keeps.
 *
 * @param name what its owner calls it, 1–80 characters
 * @param lookedAt what was published until then has been told
 */
record Watch(
    WatchId id, PersonId person, String kind, String query, String name, Instant lookedAt) {
  static final int NAME = 80;
}
