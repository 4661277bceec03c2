package org.diestra.platform.base;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret that travels in a link or a cookie: 256 random bits as 43 letters, digits, - and _. The
 * house keeps only its {@link #hash}, so that a stolen table opens nothing.
 */
public record Token(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int LONGEST = 100;

  public static Token fresh() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What came in; it is any text, at most 100 characters of which count. */
  public static Token of(String text) {
    return new Token(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
  }

  /** SHA-256 in 64 hexadecimal digits. The token is random, so that no slow hash is needed. */
  public String hash() {
    return Hash.of(text);
  }

  /** Never the secret itself, wherever it may be logged. */
  @Override
  public String toString() {
    return "Token[…]";
  }
}
