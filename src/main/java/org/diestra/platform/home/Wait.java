package org.diestra.platform.home;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to decide.
 *
 * @param since when it began to wait
 * @param until when it decides itself, or null
 * @param icon the name of an icon of the house's set
 * @param key the message that says what waits; its arguments in order
 * @param detailKey the quiet line below, or null; the same arguments
 * @param href where it can be decided
 * @param actionKey what the button says: what will happen
 */
public record Wait(
    Instant since,
    @Nullable Instant until,
    String icon,
    String key,
    @Nullable String detailKey,
    List<Object> args,
    String href,
    String actionKey) {
  public Wait {
    args = List.copyOf(args);
  }

  /** What the promise is measured by: its end, or else its beginning. */
  Instant promised() {
    return until == null ? since : until;
  }

  @Nullable Object[] values() {
    return args.toArray();
  }
}
