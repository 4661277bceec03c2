package org.diestra.platform.notifications;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to hear of a kind, for a module that writes its own mails.
 *
 * @param quietUntil when the quiet hours end that it is now, or null outside of them
 * @param patience how long something may wait to be read before it is mailed; 1 minute to a day
 * @param stop the page by which the reader stops mails of that kind, for {@code List-Unsubscribe}
 */
public record Wish(Channel channel, @Nullable Instant quietUntil, Duration patience, String stop) {
  /** Until somebody chooses otherwise. */
  static final int USUAL_MINUTES = 15;

  static final int MOST_MINUTES = 1440;
}
