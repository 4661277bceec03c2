package org.diestra.office.files;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * The queue before a workspace's row: whoever waits here holds no connection to the database, so
 * that one workspace in which a program writes a thousand files leaves the house its connections.
 * The row's own lock stays the truth; this only keeps the queue out of the pool.
 */
@Component
class Turns {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** So many wait for one workspace at most. */
  private static final int MOST = 64;

  private final ConcurrentHashMap<UUID, Line> lines = new ConcurrentHashMap<>();

  private static final class Line {
    private final Semaphore head = new Semaphore(1, true);
    private final AtomicInteger people = new AtomicInteger();
  }

  /** Held until it is closed; never to be waited for by whoever holds the row already. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  /** Empty where too many wait, or it took too long: to be tried again later. */
  Optional<Turn> take(UUID workspace) {
    var line =
        Objects.requireNonNull(
            lines.compute(
                workspace,
                (id, there) -> {
                  var one = there == null ? new Line() : there;
                  one.people.incrementAndGet();
                  return one;
                }));
    if (!reached(line)) {
      leave(workspace);
      return Optional.empty();
    }
    return Optional.of(() -> {
      line.head.release();
      leave(workspace);
    });
  }

  private static boolean reached(Line line) {
    try {
      return line.people.get() <= MOST
          && line.head.tryAcquire(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void leave(UUID workspace) {
    lines.computeIfPresent(
        workspace, (id, line) -> line.people.decrementAndGet() == 0 ? null : line);
  }

  /** How many wait for it or hold it. */
  int people(UUID workspace) {
    var line = lines.get(workspace);
    return line == null ? 0 : line.people.get();
  }
}
