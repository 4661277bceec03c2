package org.diestra.hiring.interviews;

import java.time.Instant;
import java.util.Locale;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an interview, as both sides may read it.
 *
 * @param version the interview's version that it made
 * @param side who did it; null for the house
 * @param person null for the house
 * @param late with less than two hours' notice
 * @param words what was said with it; may be empty
 */
record Move(
    int version,
    Kind kind,
    @Nullable Side side,
    @Nullable PersonId person,
    boolean late,
    String words,
    Instant at) {
  enum Kind {
    PROPOSE,
    COUNTER,
    AGREE,
    RESCHEDULE,
    CANCEL,
    EXPIRE,
    BEGIN,
    MISS,
    FINISH;

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What happened, with who did it. */
  String key() {
    return "interviews.move." + kind.slug() + (side == null ? "" : "." + side.slug());
  }
}
