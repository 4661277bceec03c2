package org.diestra.platform.blobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/** Clears away what nobody needs: dead uploads, files without a reference, bytes without a file. */
final class Sweep {
  /** A form that came back with an error still holds its file that long. */
  static final Duration GRACE = Duration.ofDays(3);

  /** No upload takes longer. */
  static final Duration UPLOAD = Duration.ofHours(24);

  /** A day more than the rows of those that grow piece by piece: those go first. */
  static final Duration GROWING = Duration.ofDays(4);

  private static final int BATCH = 500;

  private final SweepStore swept;
  private final BlobStore store;
  private final Shelf shelf;
  private final TransactionOperations transaction;

  Sweep(SweepStore swept, BlobStore store, Shelf shelf, TransactionOperations transaction) {
    this.swept = swept;
    this.store = store;
    this.shelf = shelf;
    this.transaction = transaction;
  }

  /** Each step is safe to repeat and to break off. */
  Swept run(Instant now) throws IOException {
    var disk = shelf.parts().now();
    int parts = shelf.parts().sweep(disk.minus(UPLOAD), disk.minus(GROWING));
    int files = removeFiles(now.minus(GRACE));
    int contents = removeContents(now.minus(GRACE)) + removeStrays(shelf.now().minus(GRACE));
    return new Swept(parts, files, contents);
  }

  private int removeFiles(Instant before) {
    int all = 0;
    int some;
    do {
      some = transaction.execute(tx -> swept.removeUnreferenced(before, BATCH));
      all += some;
    } while (some > 0);
    return all;
  }

  /** Going, content takes previews along, whose content is then unused in its turn. */
  private int removeContents(Instant before) {
    int all = 0;
    List<Sha256> unused;
    do {
      unused = swept.unusedContent(before, BATCH);
      int removed = 0;
      for (var sha : unused) {
        removed += remove(sha) ? 1 : 0;
      }
      all += removed;
      if (removed == 0) {
        return all;
      }
    } while (!unused.isEmpty());
    return all;
  }

  private boolean remove(Sha256 sha) {
    return transaction.execute(tx -> {
      store.lock(sha);
      if (!swept.removeContent(sha)) {
        return false;
      }
      // Should the commit fail, the row stays without its file; nothing refers to it, and the
      // next one to bring these bytes puts them back.
      removeFile(sha);
      return true;
    });
  }

  /** Bytes whose row was never written: the house fell between the move and the commit. */
  private int removeStrays(Instant before) throws IOException {
    var batch = new ArrayList<Sha256>();
    var strays = new ArrayList<Sha256>();
    shelf.eachOlderThan(
        before,
        sha -> {
          batch.add(sha);
          if (batch.size() == BATCH) {
            strays.addAll(unknown(batch));
            batch.clear();
          }
        });
    strays.addAll(unknown(batch));
    strays.forEach(this::removeStray);
    return strays.size();
  }

  private List<Sha256> unknown(List<Sha256> batch) {
    var known = swept.known(batch);
    return batch.stream().filter(sha -> !known.contains(sha)).toList();
  }

  private void removeStray(Sha256 sha) {
    transaction.executeWithoutResult(tx -> {
      store.lock(sha);
      if (swept.known(List.of(sha)).isEmpty()) {
        removeFile(sha);
      }
    });
  }

  private void removeFile(Sha256 sha) {
    try {
      shelf.remove(sha);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
