package org.diestra.platform.blobs;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** What some bytes must add up to, as whoever sent them says (tus 1.0, checksum extension). */
public final class Checksum {
  private static final Map<String, String> ALGORITHMS =
      Map.of("sha1", "SHA-1", "sha256", "SHA-256", "sha-256", "SHA-256");

  /** The names of what can be asked for, as a server lists them. */
  public static final String NAMES = "sha1,sha256";

  private final String algorithm;
  private final byte[] value;

  private Checksum(String algorithm, byte[] value) {
    this.algorithm = algorithm;
    this.value = value;
  }

  /** Reads {@code sha256 <base64>}; empty for what is no checksum, or of an unknown kind. */
  public static Optional<Checksum> read(String header) {
    var words = header.strip().split(" ", 2);
    var algorithm = ALGORITHMS.get(words[0]);
    if (algorithm == null || words.length < 2) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Checksum(algorithm, Base64.getDecoder().decode(words[1].strip())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  MessageDigest begin() {
    return digest(algorithm);
  }

  boolean holds(MessageDigest of) {
    return Arrays.equals(of.digest(), value);
  }

  static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
