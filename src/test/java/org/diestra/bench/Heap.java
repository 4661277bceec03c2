package org.diestra.bench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** What is held of it, as collections leave it. */
final class Heap {
  private static final int PAUSE = 100; // milliseconds between two collections

  private Heap() {}

  /**
   * Megabytes by which what is held is more while something runs than before: the most that a
   * collection leaves, of as many as there is time for. What runs is slower meanwhile.
   */
  static double growth(Callable<?> action) throws Exception {
    long before = held();
    var most = new AtomicLong(before);
    var through = new AtomicBoolean();
    var watch =
        Thread.ofPlatform()
            .start(() -> {
              while (!through.get()) {
                most.accumulateAndGet(held(), Math::max);
              }
            });
    try {
      action.call();
    } finally {
      through.set(true);
      watch.join();
    }
    return (most.get() - before) / 1e6;
  }

  private static long held() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
