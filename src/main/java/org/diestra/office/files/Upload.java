package org.diestra.office.files;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way, piece by piece.
 *
 * @param parent where it shall lie; null for the workspace's own folder
 * @param size bytes that it will have
 * @param received bytes of it that are safe
 * @param mark tells files of one name and size apart, in the words of whoever sends them
 * @param touchedAt when something came for the last time
 * @param kept whether it became a file
 * @param letterbox by which it comes; null where a person brings it
 * @param giver who brings it by that, in their own words; may be empty
 */
record Upload(
    UUID id,
    UUID workspace,
    @Nullable UUID parent,
    String name,
    long size,
    long received,
    String mark,
    PersonId person,
    Instant touchedAt,
    boolean kept,
    @Nullable UUID letterbox,
    String giver) {
  /** So long it can be gone on with after something came. */
  static final Duration WAITS = Duration.ofDays(3);

  Instant expires() {
    return touchedAt.plus(WAITS);
  }

  boolean whole() {
    return received == size;
  }

  /** Of a hundred. */
  int percent() {
    return size == 0 ? 100 : (int) (received * 100 / size);
  }

  String receivedText() {
    return Sizes.text(received);
  }

  String sizeText() {
    return Sizes.text(size);
  }
}
