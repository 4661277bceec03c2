package org.diestra.platform.taps;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A link that was sent.
 *
 * @param to the address that it was sent to, as a hash: it does nothing once that is another
 * @param usedAt when it decided, or null
 */
record Link(
    UUID id, PersonId person, Offer offer, String to, Instant expires, @Nullable Instant usedAt) {
  /** All that its signature is over, each part with its length before it. */
  byte[] signed() {
    var text = new StringBuilder();
    for (var part :
        new String[] {
          Ids.text(id),
          person.toString(),
          offer.kind(),
          Ids.text(offer.subject()),
          offer.seen(),
          to,
          String.valueOf(expires.getEpochSecond())
        }) {
      text.append(part.length()).append(':').append(part);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
