package org.diestra.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.diestra.platform.base.Ids;
import org.springframework.util.FileSystemUtils;

/**
 * The making of a new index from all sources, on a thread of its own, while an older one serves.
 * Its place in the changes is taken before the first source is asked, so that whatever changes
 * meanwhile is taken in afterwards.
 */
final class Rebuild {
  private final Path folder;
  private final ChangeStore changes;
  private final List<SearchSource> sources;
  private final AtomicLong taken = new AtomicLong();
  private final FutureTask<Built> work = new FutureTask<>(this::make);
  private volatile boolean given;

  /**
   * @param position what it has heard up to
   */
  record Built(Index index, String position) {}

  Rebuild(Path folder, ChangeStore changes, List<SearchSource> sources) {
    this.folder = folder;
    this.changes = changes;
    this.sources = sources;
  }

  Rebuild begin() {
    Thread.ofPlatform().name("search-rebuild").daemon().start(work);
    return this;
  }

  boolean isDone() {
    return work.isDone();
  }

  /** Entries so far. */
  long taken() {
    return taken.get();
  }

  /** The new index, not yet durable. Waits until it is done. */
  Built result() throws IOException, InterruptedException {
    try {
      return work.get();
    } catch (ExecutionException e) {
      throw new IOException("the new search index could not be made", e.getCause());
    }
  }

  /** Ends it soon. Never by an interrupt, which would close the index's files. */
  void giveUp() {
    given = true;
  }

  private Built make() throws IOException {
    var id = Ids.fresh();
    var index = Index.create(folder, id, changes.life());
    try {
      var position = changes.begin(id);
      sources.forEach(source -> source.each(entry -> take(index, entry)));
      position = changes.since(position, index::take);
      index.refresh();
      return new Built(index, position);
    } catch (IOException | RuntimeException | Error e) {
      index.close();
      FileSystemUtils.deleteRecursively(folder.resolve(id.toString()));
      changes.end(id);
      throw e;
    }
  }

  private void take(Index index, Entry entry) {
    if (given) {
      throw new CancellationException("given up");
    }
    try {
      index.put(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    taken.incrementAndGet();
  }
}
