package org.diestra.platform.taps;

import java.util.UUID;

/**
 * What a notice says may be decided by a link in its mail.
 *
 * @param kind of a {@link Tap}
 * @param subject what is decided on
 * @param seen what of it was shown, at most 100 characters: a version or a hash
 */
public record Offer(String kind, UUID subject, String seen) {
  static final int LONGEST_SEEN = 100;

  public Offer {
    if (seen.isEmpty() || seen.length() > LONGEST_SEEN) {
      throw new IllegalArgumentException("says nothing of what was seen, or too much: " + kind);
    }
  }
}
