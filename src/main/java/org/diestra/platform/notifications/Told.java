package org.diestra.platform.notifications;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.taps.Offer;
import org.jspecify.annotations.Nullable;

/** A notice as it is kept. */
record Told(
    UUID id,
    PersonId recipient,
    String kind,
    String key,
    List<Object> args,
    String href,
    @Nullable String actor,
    Channel channel,
    Instant toldAt,
    @Nullable Instant readAt,
    @Nullable Instant mailedAt,
    @Nullable Offer offer) {
  boolean unread() {
    return readAt == null;
  }
}
