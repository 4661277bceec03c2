package org.diestra.hiring.jobs;

import java.util.Locale;

/** Who paused a job. */
enum Pauser {
  CLIENT,
  /** The client did nothing about it for too long. */
  SILENCE,
  /** The house wants to look at something first; only an operator lets it go on. */
  HOUSE;

  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
