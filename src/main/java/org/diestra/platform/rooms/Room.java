package org.diestra.platform.rooms;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room and when it is open.
 *
 * @param kind of what it is for
 * @param closedAt when it was closed ahead of time, or null
 */
public record Room(
    RoomId id,
    String kind,
    UUID subject,
    Instant opens,
    Instant closes,
    @Nullable Instant closedAt) {
  /** How many may be in it at once: each sends to each other, which no line bears for many. */
  static final int MOST = 4;

  /** Whether somebody could enter at that time. */
  public boolean openAt(Instant at) {
    return closedAt == null && !at.isBefore(opens) && at.isBefore(closes);
  }
}
