package org.diestra.hiring.jobs;

import java.time.Instant;

/** What a job does next by itself. */
record Due(Instant at, Kind kind) {
  enum Kind {
    FIRST_WARNING,
    SECOND_WARNING,
    FALL_SILENT,
    EXPIRE
  }

  /** Whichever comes first; of two at once, the one that ends more. */
  Due or(Due other) {
    if (at.equals(other.at)) {
      return kind.compareTo(other.kind) > 0 ? this : other;
    }
    return at.isBefore(other.at) ? this : other;
  }
}
