package org.diestra.platform.fetching;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What came of it. */
public sealed interface Fetched {
  /**
   * All of it.
   *
   * @param bytes unpacked, at most as many as were wanted
   * @param type as the other side named it: {@code text/calendar; charset=utf-8}
   * @param etag and {@code modified} belong into the next {@link Wish}
   * @param from where it lay at last
   */
  record Body(
      byte[] bytes,
      @Nullable String type,
      @Nullable String etag,
      @Nullable String modified,
      URI from)
      implements Fetched {}

  /** It is still what its tag or day in the wish says. */
  record Unchanged() implements Fetched {}

  /**
   * Nothing came.
   *
   * @param status that the other side answered with; 0 where it didn't
   */
  record Failed(Fault fault, int status) implements Fetched {}

  /** Why, in words for whoever gave the address. */
  enum Fault {
    /** Not an address of the web, or one with a name and a password in it. */
    ADDRESS,
    /** It leads to no computer of the open internet, at once or by what it sends on to. */
    PRIVATE,
    /** Its name is unknown, or nobody answers there. */
    UNREACHABLE,
    /** Its certificate does not belong to it. */
    UNTRUSTED,
    /** It sends from one place to the next without end, or from https to http. */
    LOST,
    /** It took longer than it may. */
    SLOW,
    /** It is larger than it may be. */
    LARGE,
    /** The other side refuses it; {@link Failed#status} says how. */
    REFUSED;

    /** Of the message that says so. */
    public String key() {
      return "fetching.fault." + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether it may be otherwise in a while, so that asking again makes sense. */
    public boolean passes() {
      return this == UNREACHABLE || this == SLOW || this == UNTRUSTED || this == REFUSED;
    }
  }
}
