package org.diestra.platform.search;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps this node's index: one thread follows the changes, shows them within a second, makes them
 * durable now and then, looks after the files, and has a new index made when there is none that can
 * be used. All of it may fail at any time; then there is no index for a while.
 */
@Component
class Indexing implements SmartLifecycle, Turns.Work {
  private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);

  /** Changes of this node ring the bell; those of others are looked for so often. */
  private static final Duration LOOK = Duration.ofMillis(400);

  private static final Duration COMMIT = Duration.ofSeconds(5);
  private static final Duration TEND = Duration.ofMinutes(10);

  private final IndexFolder folder;
  private final ChangeStore changes;
  private final ObjectProvider<SearchSource> sources;
  private final Turns turns = new Turns(LOOK, this);
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final AtomicBoolean doubted = new AtomicBoolean();
  private volatile @Nullable Index current;
  private volatile @Nullable Rebuild rebuild;

  // Only the thread's own.
  private String position = "";
  private @Nullable Stopwatch uncommitted;
  private Stopwatch tended = new Stopwatch();

  Indexing(IndexFolder folder, ChangeStore changes, ObjectProvider<SearchSource> sources) {
    this.folder = folder;
    this.changes = changes;
    this.sources = sources;
  }

  private record Stopwatch(long since) {
    Stopwatch() {
      this(System.nanoTime());
    }

    boolean passed(Duration time) {
      return System.nanoTime() - since >= time.toNanos();
    }
  }

  /**
   * @param entries in the index that serves; 0 while there is none
   * @param taken entries of the new one that is being made; -1 while none is
   */
  record State(boolean ready, int entries, long taken) {}

  State state() {
    var index = current;
    var making = rebuild;
    return new State(
        index != null, index == null ? 0 : index.size(), making == null ? -1 : making.taken());
  }

  /** Empty while there is no index, or when this one turns out to be damaged. */
  <T> Optional<T> read(Index.Reading<T> reading) {
    var index = current;
    if (index == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(index.read(reading));
    } catch (AlreadyClosedException replaced) {
      return index == current ? Optional.empty() : read(reading);
    } catch (IOException | RuntimeException | InternalError e) {
      // A damaged file shows as any of these; the thread finds out whether it was that.
      LOG.error("search: a search failed", e);
      doubted.set(true);
      ring();
      return Optional.empty();
    }
  }

  /** There may be something to do. */
  void ring() {
    turns.ring();
  }

  /** Has a new index made beside the one that serves. */
  void renew() {
    wanted.set(true);
    ring();
  }

  @Override
  public void start() {
    turns.start();
  }

  @Override
  public void stop() {
    turns.stop();
  }

  @Override
  public boolean isRunning() {
    return turns.isRunning();
  }

  /** Before the web server starts, and after it has stopped. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public void turn() throws IOException, InterruptedException {
    adopt();
    var index = current;
    if (index == null && rebuild == null) {
      index = open();
    }
    if (rebuild == null && (wanted.getAndSet(false) || index == null)) {
      rebuild = folder.rebuild(sources.orderedStream().toList()).begin();
    }
    if (index != null) {
      lookAfter(index);
      follow(index);
      keep(index, COMMIT);
    }
  }

  @Override
  public void failed() {
    var index = current;
    if (index != null && !index.isSound()) {
      lose(index, "damaged");
    }
  }

  private @Nullable Index open() throws IOException {
    var found = folder.open().orElse(null);
    if (found != null) {
      position = found.committed();
      current = found;
    }
    return found;
  }

  private void adopt() throws IOException, InterruptedException {
    var made = rebuild;
    if (made == null || !made.isDone()) {
      return;
    }
    rebuild = null;
    var built = made.result();
    var old = current;
    var next = built.index();
    position = changes.since(built.position(), next::take);
    next.refresh();
    current = next;
    uncommitted = new Stopwatch();
    keep(next, Duration.ZERO);
    LOG.info("search: made a new index of {} entries", next.size());
    if (old != null) {
      folder.discard(old);
    }
  }

  private void lookAfter(Index index) throws IOException {
    if (!index.isThere()) {
      throw new NoSuchFileException(index.toString());
    }
    if (tended.passed(TEND) || doubted.getAndSet(false)) {
      index.check();
      uncommitted = new Stopwatch();
      keep(index, Duration.ZERO);
      tended = new Stopwatch();
    }
  }

  private void follow(Index index) throws IOException {
    var changed = new AtomicBoolean();
    position =
        changes.since(
            position,
            change -> {
              index.take(change);
              changed.set(true);
            });
    if (changed.get()) {
      index.refresh();
      uncommitted = uncommitted == null ? new Stopwatch() : uncommitted;
    }
  }

  private void keep(Index index, Duration after) throws IOException {
    var since = uncommitted;
    if (since == null || !since.passed(after)) {
      return;
    }
    index.commit(position);
    uncommitted = null;
    if (changes.reached(index.id(), position)) {
      changes.tidy();
    } else {
      lose(index, "given up by the others");
    }
  }

  private void lose(Index index, String why) {
    LOG.warn("search: the index is {}; a new one is made", why);
    current = null;
    uncommitted = null;
    folder.discard(index);
  }

  @Override
  public void end() throws IOException, InterruptedException {
    var making = rebuild;
    if (making != null) {
      making.giveUp();
    }
    var index = current;
    current = null;
    if (index != null) {
      try (index) {
        keep(index, Duration.ZERO);
      }
    }
  }
}
