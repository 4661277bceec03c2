package org.diestra.hiring.tryouts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.diestra.platform.base.Area;
import org.jspecify.annotations.Nullable;

/**
 * What a client thinks of work that somebody showed who has bid.
 *
 * @param points 0–5 for each area of the job, at least one
 * @param note for the bidder, or null
 */
public record Scores(Map<Area, Integer> points, @Nullable String note) {
  /** The most points. */
  public static final int BEST = 5;

  public Scores {
    if (points.isEmpty() || points.values().stream().anyMatch(p -> p < 0 || p > BEST)) {
      throw new IllegalArgumentException("no scores: " + points);
    }
    points = Collections.unmodifiableMap(new EnumMap<>(points));
  }

  /** Their mean with one decimal, rounded half up. */
  public BigDecimal mean() {
    int sum = points.values().stream().mapToInt(Integer::intValue).sum();
    return BigDecimal.valueOf(sum)
        .divide(BigDecimal.valueOf(points.size()), 1, RoundingMode.HALF_UP);
  }
}
