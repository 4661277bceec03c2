package org.diestra.platform.factors;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import org.diestra.platform.base.OneTimeCode;

/**
 * One-time codes from time, RFC 6238 with what every authenticator knows: HMAC-SHA-1, steps of 30
 * seconds, six digits.
 */
final class Totp {
  static final int STEP_SECONDS = 30;
  static final int DIGITS = 6;
  // A phone's clock may be wrong by a step, and typing takes a while (RFC 6238, section 5.2).
  private static final int SKEW = 1;

  private Totp() {}

  /** The step that a moment lies in. */
  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
  }

  /** The code of that step: six digits, with its zeros. */
  static String code(byte[] secret, long step) {
    return OneTimeCode.usual(secret).code(step);
  }

  /**
   * The step whose code this is: now or one step beside it, and later than the last that was taken,
   * so that none counts twice. Takes as long for a wrong code as for a right one.
   */
  static OptionalLong matching(byte[] secret, String code, Instant now, long taken) {
    var found = OptionalLong.empty();
    for (long step = step(now) - SKEW; step <= step(now) + SKEW; step++) {
      if (same(code(secret, step), code) && step > taken && found.isEmpty()) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
