package org.diestra.platform.base;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How one-time codes are made from a shared secret and the time: RFC 6238 over RFC 4226.
 *
 * @param secret 1 to 128 bytes
 * @param digits 6 to 8
 * @param period seconds for which a code holds, 10 to 300
 */
public record OneTimeCode(byte[] secret, Algorithm algorithm, int digits, int period) {
  private static final int LONGEST = 128;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
  private static final int[] MODULI = {1_000_000, 10_000_000, 100_000_000};

  /** Of the HMAC. */
  public enum Algorithm {
    SHA1,
    SHA256,
    SHA512
  }

  public OneTimeCode {
    if (secret.length == 0 || secret.length > LONGEST) {
      throw new IllegalArgumentException(secret.length + " bytes");
    }
    if (digits < 6 || digits > 8 || period < 10 || period > 300) {
      throw new IllegalArgumentException(digits + " digits, " + period + " seconds");
    }
  }

  /** As nearly all are: six digits every half minute, by SHA-1. */
  public static OneTimeCode usual(byte[] secret) {
    return new OneTimeCode(secret, Algorithm.SHA1, 6, 30);
  }

  /**
   * Reads what a site shows beside its square code: the secret in Base32, or a whole {@code
   * otpauth://totp/…} address (Google Authenticator's key URI format); empty for anything else.
   */
  public static Optional<OneTimeCode> read(String typed) {
    var text = typed.strip();
    try {
      return text.toLowerCase(Locale.ROOT).startsWith("otpauth:")
          ? ofAddress(new URI(text.replace(" ", "%20")))
          : Base32.read(text).filter(OneTimeCode::fits).map(OneTimeCode::usual);
    } catch (URISyntaxException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static boolean fits(byte[] secret) {
    return secret.length <= LONGEST;
  }

  private static Optional<OneTimeCode> ofAddress(URI address) {
    if (!"totp".equalsIgnoreCase(address.getHost()) || address.getRawQuery() == null) {
      return Optional.empty();
    }
    var said = parameters(address.getRawQuery());
    return Base32.read(said.getOrDefault("secret", ""))
        .map(secret ->
            new OneTimeCode(
                secret,
                Algorithm.valueOf(said.getOrDefault("algorithm", "SHA1").toUpperCase(Locale.ROOT)),
                number(said.getOrDefault("digits", "6")),
                number(said.getOrDefault("period", "30"))));
  }

  private static Map<String, String> parameters(String query) {
    var all = new HashMap<String, String>();
    for (var part : query.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        all.put(
            part.substring(0, equals).toLowerCase(Locale.ROOT),
            URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return all;
  }

  private static int number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return Integer.parseInt(text);
  }

  /** All of it in one line, which {@link #read} reads again. */
  public String address() {
    return "otpauth://totp/?secret=%s&algorithm=%s&digits=%d&period=%d"
        .formatted(Base32.text(secret), algorithm, digits, period);
  }

  /** The step that a moment lies in. */
  public long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), period);
  }

  /** Until when the code of that moment holds. */
  public Instant until(Instant at) {
    return Instant.ofEpochSecond((step(at) + 1) * period);
  }

  /** The code of that step, with its leading zeros. */
  public String code(long step) {
    try {
      var mac = Mac.getInstance("Hmac" + algorithm);
      mac.init(new SecretKeySpec(secret, mac.getAlgorithm()));
      var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf; // RFC 4226, section 5.3
      int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
      return ("%0" + digits + "d").formatted(number % MODULI[digits - 6]);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
