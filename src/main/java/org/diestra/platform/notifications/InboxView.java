package org.diestra.platform.notifications;

import java.time.Instant;
import java.util.List;
import org.diestra.platform.base.Ids;
import org.diestra.platform.page.Formats;
import org.jspecify.annotations.Nullable;

/**
 * One page of an inbox.
 *
 * @param newest the id of the newest that is shown, up to which all can be marked
 * @param next the address of the next page, or null on the last
 */
record InboxView(
    List<Line> lines,
    int unread,
    boolean unreadOnly,
    @Nullable String newest,
    @Nullable String next) {

  /** One notice, in the reader's words. */
  record Line(
      String id, String icon, String sentence, @Nullable String actor, Instant at, boolean unread) {
    static Line of(Told told, Kinds kinds, Formats formats) {
      return new Line(
          Ids.text(told.id()),
          kinds.has(told.kind()) ? kinds.get(told.kind()).icon() : "bell",
          Args.words(formats, told.key(), told.args()),
          told.actor(),
          told.toldAt(),
          told.unread());
    }

    String href() {
      return "/notifications/" + id;
    }
  }
}
