package org.diestra.platform.search;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that takes turns at some work: when the bell rings, every so often without it, and later
 * and later while the turns fail. It is never interrupted, which would close an index's files.
 */
final class Turns {
  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  /** What is done in turns, all on one thread. */
  interface Work {
    void turn() throws IOException, InterruptedException;

    /** A turn did not end well. */
    void failed();

    /** After the last turn. */
    void end() throws IOException, InterruptedException;
  }

  private final Work work;
  private final Duration every;
  private final Semaphore bell = new Semaphore(0);
  private volatile @Nullable Thread thread;

  Turns(Duration every, Work work) {
    this.every = every;
    this.work = work;
  }

  void ring() {
    bell.release();
  }

  boolean isRunning() {
    return thread != null;
  }

  void start() {
    var worker = Thread.ofPlatform().name("search-index").daemon().unstarted(this::run);
    thread = worker;
    worker.start();
  }

  /** Waits until the work has ended, at most 10 seconds. */
  void stop() {
    var worker = thread;
    thread = null;
    ring();
    try {
      if (worker != null) {
        worker.join(LONGEST_END);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      int failures = 0;
      while (thread == Thread.currentThread()) {
        failures = succeeds(failures == 0) ? 0 : failures + 1;
        if (bell.tryAcquire(pause(failures).toMillis(), TimeUnit.MILLISECONDS)) {
          bell.drainPermits();
        }
      }
      work.end();
    } catch (InterruptedException | IOException | RuntimeException e) {
      LOG.warn("search: ended without keeping the last changes; they are taken in again", e);
    }
  }

  private boolean succeeds(boolean tell) throws InterruptedException {
    try {
      work.turn();
      return true;
    } catch (IOException | RuntimeException | InternalError e) {
      if (tell) {
        LOG.warn("search: will try again", e);
      }
      work.failed();
      return false;
    }
  }

  private Duration pause(int failures) {
    if (failures == 0) {
      return every;
    }
    var pause = Duration.ofSeconds(1L << Math.min(failures, 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
