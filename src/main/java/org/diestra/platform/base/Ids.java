package org.diestra.platform.base;

import java.math.BigInteger;
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
  private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
  private static final int LENGTH = 22;
  private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);
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
    var rest =
        unsigned(id.getMostSignificantBits())
            .multiply(TWO_64)
            .add(unsigned(id.getLeastSignificantBits()));
    var out = new char[LENGTH];
    for (int i = LENGTH - 1; i >= 0; i--) {
      var parts = rest.divideAndRemainder(BASE);
      out[i] = DIGITS.charAt(parts[1].intValue());
      rest = parts[0];
    }
    return new String(out);
  }

  /** Reads what {@link #text} wrote; empty for anything else. */
  public static Optional<UUID> read(String text) {
    if (text.length() != LENGTH) {
      return Optional.empty();
    }
    var sum = BigInteger.ZERO;
    for (char c : text.toCharArray()) {
      int digit = DIGITS.indexOf(c);
      if (digit < 0) {
        return Optional.empty();
      }
      sum = sum.multiply(BASE).add(BigInteger.valueOf(digit));
    }
    if (sum.bitLength() > 128) {
      return Optional.empty();
    }
    return Optional.of(new UUID(sum.shiftRight(64).longValue(), sum.longValue()));
  }

  /** Reads an id out of an address; what is no id is nowhere to be found. */
  public static UUID require(String text) {
    return read(text).orElseThrow(NotFound::new);
  }

  private static BigInteger unsigned(long bits) {
    return new BigInteger(Long.toUnsignedString(bits));
  }
}
