package org.diestra.hiring.interviews;

import java.time.Instant;
import java.util.Map;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What one member of a client's team thought of an interview.
 *
 * @param scores by criterion, 1 to 5; criteria may be left open
 * @param notes for the team, once the card is locked
 * @param own for this member alone
 * @param lockedAt from when on it can't be changed and others may read it, or null
 */
record Scorecard(
    PersonId member,
    Map<String, Integer> scores,
    String notes,
    String own,
    @Nullable Instant lockedAt) {
  static final int BEST = 5;

  Scorecard {
    scores = Map.copyOf(scores);
  }

  static Scorecard blank(PersonId member) {
    return new Scorecard(member, Map.of(), "", "", null);
  }

  boolean locked() {
    return lockedAt != null;
  }

  int score(String criterion) {
    return scores.getOrDefault(criterion, 0);
  }

  /** The mean of what was scored; 0 where nothing was. */
  double mean() {
    return scores.values().stream().mapToInt(Integer::intValue).average().orElse(0);
  }
}
