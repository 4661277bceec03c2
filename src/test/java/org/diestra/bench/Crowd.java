package org.diestra.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several connections that ask the same thing again and again for a while. */
final class Crowd {
  private Crowd() {}

  /** One connection's next request. */
  interface Asker {
    void ask() throws Exception;
  }

  /**
   * What a crowd saw.
   *
   * @param millis the time each request took, sorted
   * @param seconds that it lasted
   */
  record Seen(double[] millis, double seconds) {
    int count() {
      return millis.length;
    }

    double percentile(double share) {
      return millis[Math.clamp((int) Math.ceil(share * millis.length) - 1, 0, millis.length - 1)];
    }
  }

  static Seen ask(List<? extends Asker> askers, Duration time) throws Exception {
    long began = System.nanoTime();
    long end = began + time.toNanos();
    var all = new ArrayList<double[]>();
    try (var threads = Executors.newFixedThreadPool(askers.size())) {
      var each = new ArrayList<Future<double[]>>();
      for (var asker : askers) {
        each.add(threads.submit(until(end, asker)));
      }
      for (var one : each) {
        all.add(one.get());
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    var millis = all.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    return new Seen(millis, seconds);
  }

  private static Callable<double[]> until(long end, Asker asker) {
    return () -> {
      var taken = new ArrayList<Double>();
      while (System.nanoTime() < end) {
        long before = System.nanoTime();
        asker.ask();
        taken.add((System.nanoTime() - before) / 1e6);
      }
      return taken.stream().mapToDouble(Double::doubleValue).toArray();
    };
  }
}
