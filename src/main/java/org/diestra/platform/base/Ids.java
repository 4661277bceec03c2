package org.diestra.platform.base;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes ids and writes them for addresses. An id is a UUID of version 7 (RFC 9562, section 5.7): it
 * sorts by time, and its 74 random bits cannot be guessed. In an address it is 22 letters and
 * digits.
 */
public final class Ids {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int BASE = 62;
  private static final int AT_ONCE = 5;
  private static final long FIVE_DIGITS = 916_132_832; // 62⁵, below 2³⁰
  private static final long LIMB = 0xFFFF_FFFFL;
  private static final int LENGTH = 22;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /**
   * A new id. Its time is the machine's, not the application's clock: it orders, it never dates.
   */
  public static UUID fresh() {
    long head = System.currentTimeMillis() << 16 | 0x7000 | (RANDOM.nextInt() & 0x0FFF);
    long tail = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(head, tail);
  }

  /** The id as it stands in an address: 22 characters of 0-9, A-Z, a-z. */
  public static String text(UUID id) {
    var limbs = limbs(id);
    var out = new char[LENGTH];
    for (int end = LENGTH; end > 0; end -= AT_ONCE) {
      long some = divide(limbs);
      for (int i = end - 1; i >= Math.max(0, end - AT_ONCE); i--) {
        out[i] = DIGITS.charAt((int) (some % BASE));
        some /= BASE;
      }
    }
    return new String(out);
  }

  /**
   * 32 bits each, the highest first. A page writes hundreds of ids: BigInteger took a twentieth.
   */
  private static long[] limbs(UUID id) {
    long head = id.getMostSignificantBits();
    long tail = id.getLeastSignificantBits();
    return new long[] {head >>> 32, head & LIMB, tail >>> 32, tail & LIMB};
  }

  /** Takes the last five digits off and answers them: what is carried stays below 2⁶². */
  private static long divide(long[] limbs) {
    long rest = 0;
    for (int i = 0; i < limbs.length; i++) {
      long part = rest << 32 | limbs[i];
      limbs[i] = part / FIVE_DIGITS;
      rest = part % FIVE_DIGITS;
    }
    return rest;
  }

  /** Reads what {@link #text} wrote; empty for anything else. */
  public static Optional<UUID> read(String text) {
    if (text.length() != LENGTH) {
      return Optional.empty();
    }
    var limbs = new long[4];
    for (int at = 0; at < LENGTH; at++) {
      long carried = DIGITS.indexOf(text.charAt(at));
      if (carried < 0) {
        return Optional.empty();
      }
      for (int i = limbs.length - 1; i >= 0; i--) {
        carried += limbs[i] * BASE;
        limbs[i] = carried & LIMB;
        carried >>>= 32;
      }
      if (carried != 0) {
        return Optional.empty(); // more than 128 bits
      }
    }
    return Optional.of(new UUID(limbs[0] << 32 | limbs[1], limbs[2] << 32 | limbs[3]));
  }

  /** Reads an id out of an address; what is no id is nowhere to be found. */
  public static UUID require(String text) {
    return read(text).orElseThrow(NotFound::new);
  }
}
