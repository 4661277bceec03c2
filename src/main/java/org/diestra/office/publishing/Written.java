package org.diestra.office.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post as somebody wrote it.
 *
 * @param due when it is to appear; null where nobody has said
 * @param campaign what it belongs to, for the house alone; may be empty
 * @param brief what an article is to do, its words and sources; none of it goes out
 */
record Written(Content content, @Nullable Instant due, String campaign, Brief brief) {
  static final int LONGEST_CAMPAIGN = 60;

  /**
   * @param goal words that it is to have; null where nobody said
   * @param sources one a line
   * @param original whether its author states that it is their own work
   */
  record Brief(String text, @Nullable Integer goal, String sources, boolean original) {
    static final int LONGEST = 4_000;
    static final Brief NONE = new Brief("", null, "", false);
  }
}
