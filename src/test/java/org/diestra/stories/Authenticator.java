package org.diestra.stories;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The programme on somebody's telephone that shows a code every half minute (RFC 6238). */
record Authenticator(byte[] secret) {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /** Typed in as the page shows it, in groups of letters. */
  static Authenticator of(String key) {
    var letters = key.replaceAll("\\s", "");
    var secret = ByteBuffer.allocate(letters.length() * 5 / 8);
    int held = 0;
    int bits = 0;
    for (char letter : letters.toCharArray()) {
      held = held << 5 | BASE32.indexOf(letter);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        secret.put((byte) (held >> bits));
        held &= (1 << bits) - 1;
      }
    }
    return new Authenticator(secret.array());
  }

  String code(Instant at) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      var step = ByteBuffer.allocate(Long.BYTES).putLong(at.getEpochSecond() / 30);
      var hash = mac.doFinal(step.array());
      int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fff_ffff;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
