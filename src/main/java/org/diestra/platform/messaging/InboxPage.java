package org.diestra.platform.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of all threads, or of what was found in them.
 *
 * @param found what the search found; empty without one
 * @param next the address of the next page, or null on the last
 */
record InboxPage(
    List<Row> rows,
    List<Found> found,
    int unread,
    boolean unreadOnly,
    String words,
    @Nullable String next) {

  boolean searched() {
    return !words.isEmpty();
  }

  /**
   * One thread, with what was said last.
   *
   * @param said the beginning of it; empty where it was deleted
   */
  record Row(
      String href,
      String title,
      String author,
      boolean own,
      boolean deleted,
      String said,
      int files,
      Instant at,
      int unread) {}

  /** One message that was found. */
  record Found(String href, String title, String author, String said, Instant at) {}
}
