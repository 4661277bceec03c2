package org.diestra.platform.timers;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A timer that is set, in microseconds; {@link #text} names it for the scheduler. */
record Setting(String timer, String key, Instant dueAt) {
  Setting {
    dueAt = dueAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** The key comes last, for it may hold any character. */
  static Setting of(String text) {
    var parts = text.split("/", 3);
    return new Setting(parts[1], parts[2], Instant.parse(parts[0]));
  }

  String text() {
    return dueAt + "/" + timer + "/" + key;
  }
}
