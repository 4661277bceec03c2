package org.diestra.office.travel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.diestra.office.journeys.Journey;
import org.diestra.office.journeys.Leg;

/**
 * What is travelled in one go, drawn to a scale that all options of a sheet share: so an early one
 * lies left of a late one.
 */
record Strip(Journey run, List<Bar> bars) {
  /** How wide the scale is. */
  static final int WIDTH = 1000;

  private static final int THINNEST = 8;

  Strip {
    bars = List.copyOf(bars);
  }

  /** A leg, from its begin to its end. */
  record Bar(Leg leg, int x, int width) {}

  /** How long the whole of it takes. */
  Duration length() {
    return Duration.between(begins(run), ends(run));
  }

  /** For each journey its runs, the first of each on one scale, the second on another. */
  static List<List<Strip>> of(List<Journey> journeys) {
    var runs = journeys.stream().map(Journey::runs).toList();
    int most = runs.stream().mapToInt(List::size).max().orElse(0);
    var scales = IntStream.range(0, most).mapToObj(nth -> Scale.of(runs, nth)).toList();
    return runs.stream()
        .map(own ->
            IntStream.range(0, own.size())
                .mapToObj(nth -> strip(own.get(nth), scales.get(nth)))
                .toList())
        .toList();
  }

  private static Strip strip(Journey run, Scale scale) {
    var bars = new ArrayList<Bar>();
    for (var leg : run.legs()) {
      int from = scale.at(leg.from().at());
      int to = scale.at(leg.to().at());
      bars.add(new Bar(leg, Math.min(from, WIDTH - THINNEST), Math.max(to - from, THINNEST)));
    }
    return new Strip(run, bars);
  }

  private record Scale(Instant from, Instant to) {
    static Scale of(List<List<Journey>> runs, int nth) {
      var these = runs.stream().filter(own -> own.size() > nth).map(own -> own.get(nth)).toList();
      return new Scale(
          these.stream().map(Strip::begins).min(Instant::compareTo).orElseThrow(),
          these.stream().map(Strip::ends).max(Instant::compareTo).orElseThrow());
    }

    int at(Instant when) {
      double whole = Math.max(1, Duration.between(from, to).toSeconds());
      return (int) Math.round(WIDTH * Duration.between(from, when).toSeconds() / whole);
    }
  }

  private static Instant begins(Journey run) {
    return Objects.requireNonNull(run.begins().orElse(null));
  }

  private static Instant ends(Journey run) {
    return Objects.requireNonNull(run.ends().orElse(null));
  }
}
