package org.diestra.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** How long one thing took, again and again on this thread: wall clock and CPU. */
final class Timing {
  private final String name;
  private long[] clock = new long[1_000];
  private long[] cpu = new long[1_000];
  private int count;

  Timing(String name) {
    this.name = name;
  }

  interface Action {
    void run() throws Exception;
  }

  void measure(Action action) throws Exception {
    if (count == clock.length) {
      clock = Arrays.copyOf(clock, count * 2);
      cpu = Arrays.copyOf(cpu, count * 2);
    }
    long cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long before = System.nanoTime();
    action.run();
    clock[count] = System.nanoTime() - before;
    cpu[count] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore;
    count++;
  }

  /** Forgets the rounds that warmed up. */
  void reset() {
    count = 0;
  }

  String name() {
    return name;
  }

  int count() {
    return count;
  }

  /** Milliseconds within which this share of all rounds ended. */
  double percentile(double share) {
    return percentile(clock, share);
  }

  /** Milliseconds of CPU that this share of all rounds kept to: quiet where the machine is not. */
  double cpuPercentile(double share) {
    return percentile(cpu, share);
  }

  private double percentile(long[] samples, double share) {
    var sorted = Arrays.copyOf(samples, count);
    Arrays.sort(sorted);
    int at = (int) Math.ceil(share * count) - 1;
    return sorted[Math.clamp(at, 0, count - 1)] / 1e6;
  }

  /** Milliseconds of CPU each, on average. */
  double cpu() {
    return Arrays.stream(cpu, 0, count).sum() / 1e6 / count;
  }
}
