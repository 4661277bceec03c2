package org.diestra.platform.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.blobs.BlobId;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said.
 *
 * @param number counts the messages of its thread, from 1
 * @param text in Markdown; still there when it was deleted, for its author and for a dispute
 * @param flagged whether the operator's rules found something in it
 * @param byMail whether it came as an answer to a mail
 */
record Message(
    MessageId id,
    ThreadId thread,
    int number,
    PersonId author,
    String text,
    Set<PersonId> mentions,
    boolean flagged,
    boolean byMail,
    String key,
    Instant sentAt,
    @Nullable Instant editedAt,
    @Nullable Instant deletedAt,
    List<BlobId> files) {
  /** Code points. */
  static final int LONGEST = 10_000;

  static final int MOST_FILES = 10;

  Message {
    mentions = Set.copyOf(mentions);
    files = List.copyOf(files);
  }

  boolean deleted() {
    return deletedAt != null;
  }

  /** What was meant to be said, before it has a number. */
  record Said(String text, List<BlobId> files, String key, boolean flagged, boolean byMail) {}
}
