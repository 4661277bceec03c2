package org.diestra.platform.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Where this node has its index, {@code <data>/search}: a folder for each, seldom more than one.
 */
@Component
class IndexFolder {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);

  private final Path folder;
  private final ChangeStore changes;

  IndexFolder(@Value("${diestra.data}") Path data, ChangeStore changes) {
    this.folder = data.resolve("search");
    this.changes = changes;
  }

  /**
   * The newest index that can be used; everything else is swept away.
   *
   * @throws LockObtainFailedException if another process works on it, which is left alone
   */
  Optional<Index> open() throws IOException {
    var life = changes.life();
    Optional<Index> found = Optional.empty();
    for (var id : newestFirst()) {
      if (found.isEmpty()) {
        found = open(id, life);
      }
      if (found.isEmpty() || !found.get().id().equals(id)) {
        sweep(id);
      }
    }
    return found;
  }

  private Optional<Index> open(UUID id, String life) throws IOException {
    if (!changes.knows(id)) {
      return Optional.empty();
    }
    try {
      return Index.open(folder, id, life);
    } catch (LockObtainFailedException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("search: the index {} can't be used: {}", id, e.toString());
      return Optional.empty();
    }
  }

  /** Ids sort by time. */
  private List<UUID> newestFirst() throws IOException {
    Files.createDirectories(folder);
    try (var all = Files.list(folder)) {
      return all.map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
          .sorted(Comparator.reverseOrder())
          .map(UUID::fromString)
          .toList();
    }
  }

  Rebuild rebuild(List<SearchSource> sources) {
    return new Rebuild(folder, changes, sources);
  }

  /** Closes and removes it, in whatever state it is. */
  void discard(Index index) {
    try {
      index.close();
    } catch (IOException | IllegalStateException e) {
      LOG.debug("search: the index {} did not close well", index.id(), e);
    }
    try {
      sweep(index.id());
    } catch (IOException e) {
      LOG.warn("search: the index {} is left behind until the next start", index.id(), e);
    }
  }

  private void sweep(UUID id) throws IOException {
    FileSystemUtils.deleteRecursively(folder.resolve(id.toString()));
    try {
      changes.end(id);
    } catch (DataAccessException e) {
      LOG.debug("search: the row of {} is cleared away later", id, e);
    }
  }
}
