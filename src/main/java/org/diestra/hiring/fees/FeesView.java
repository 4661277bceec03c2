package org.diestra.hiring.fees;

import java.time.Instant;
import java.util.List;
import org.diestra.platform.base.Ids;

/** The schedule as the operator sees it, the latest step first. */
record FeesView(Rates now, List<Line> lines) {

  /** A step, and whether it is over, holds, or is still to come. */
  record Line(Fees.Step step, Standing standing) {
    boolean planned() {
      return standing == Standing.PLANNED;
    }

    String action() {
      return "/operator/fees/" + Ids.text(step.id()) + "/removal";
    }
  }

  enum Standing {
    PLANNED,
    NOW,
    OVER;

    String key() {
      return "fees.standing." + name().toLowerCase(java.util.Locale.ROOT);
    }

    String tone() {
      return this == NOW ? "good" : this == PLANNED ? "wait" : "";
    }
  }

  static FeesView of(List<Fees.Step> steps, Instant now) {
    var current = steps.stream().filter(s -> !s.from().isAfter(now)).findFirst();
    var lines =
        steps.stream()
            .map(s ->
                new Line(
                    s,
                    s.from().isAfter(now)
                        ? Standing.PLANNED
                        : current.filter(s::equals).isPresent() ? Standing.NOW : Standing.OVER))
            .toList();
    return new FeesView(current.map(Fees.Step::rates).orElse(Rates.NONE), lines);
  }
}
