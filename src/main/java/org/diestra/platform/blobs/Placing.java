package org.diestra.platform.blobs;

import java.io.IOException;
import org.diestra.platform.base.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Puts what was taken in on the shelf, and its rows beside it. */
final class Placing {
  private static final Logger log = LoggerFactory.getLogger(Placing.class);
  private final BlobStore store;
  private final Shelf shelf;
  private final TransactionOperations transaction;

  Placing(BlobStore store, Shelf shelf, TransactionOperations transaction) {
    this.store = store;
    this.shelf = shelf;
    this.transaction = transaction;
  }

  Outcome<Blob> place(
      Intake.Part part, Blob blob, @Nullable Purpose purpose, @Nullable Sha256 madeFrom) {
    if (!done(() -> shelf.prepare(part.file(), part.sha256()))) {
      return Outcome.refused(Intake.full());
    }
    return transaction.execute(tx -> {
      store.lock(part.sha256());
      if (!done(() -> shelf.keep(part.file(), part.sha256()))) {
        return Outcome.refused(Intake.full());
      }
      store.addContent(part.sha256(), part.size(), blob.dimensions(), blob.created());
      store.add(blob, purpose, madeFrom);
      return Outcome.done(blob);
    });
  }

  private interface Step {
    void take() throws IOException;
  }

  private static boolean done(Step step) {
    try {
      step.take();
      return true;
    } catch (IOException e) {
      log.error("a file could not be put in its place", e);
      return false;
    }
  }
}
