package org.diestra.platform.programs;

import java.security.SecureRandom;
import java.util.UUID;
import org.diestra.platform.base.Hash;

/**
 * What a program sends instead of its person's password: 28 letters and digits of 5 random bits
 * each (140), in groups of four. So much can't be guessed, and needs no slow hash: a program sends
 * it with every request.
 */
record AppPassword(String text) {
  /** Without those that are taken for another when they are typed off a screen. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 7;
  private static final int GROUP = 4;
  private static final int LONGEST = 100;
  private static final SecureRandom RANDOM = new SecureRandom();

  static AppPassword fresh() {
    var out = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      out.append(i > 0 && i % GROUP == 0 ? "-" : "")
          .append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new AppPassword(out.toString());
  }

  /** What came in: any text, at most 100 characters of which count. */
  static AppPassword of(String text) {
    return new AppPassword(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
  }

  /** SHA-256 in 64 hexadecimal digits, salted with the program's id: equal ones look unequal. */
  String hash(UUID salt) {
    return Hash.of(salt + ":" + text);
  }

  /** Never the secret itself, wherever it may be logged. */
  @Override
  public String toString() {
    return "AppPassword[…]";
  }
}
