package org.diestra.platform.fetching;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How something is fetched.
 *
 * @param accept the types that are of use: {@code text/calendar}
 * @param most bytes it may have when it is unpacked, 1 to 100 million: they are held in memory
 * @param within which all of it has to be there, every sending on included; up to a minute
 * @param etag and {@code modified} of what is there already, from its {@link Fetched.Body}
 */
public record Wish(
    String accept, int most, Duration within, @Nullable String etag, @Nullable String modified) {
  private static final int MOST = 100_000_000;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  public Wish {
    if (most < 1 || most > MOST || !within.isPositive() || within.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("1 to " + MOST + " bytes within a minute");
    }
  }

  public static Wish of(String accept, int most, Duration within) {
    return new Wish(accept, most, within, null, null);
  }

  /** Asks for it only if it is not that any more. */
  public Wish unless(@Nullable String knownEtag, @Nullable String knownModified) {
    return new Wish(accept, most, within, knownEtag, knownModified);
  }
}
