package org.diestra.platform.base;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;

/** Bytes as letters A to Z and digits 2 to 7, without padding (RFC 4648, section 6). */
public final class Base32 {
  private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  public static String text(byte[] bytes) {
    var text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte one : bytes) {
      held = held << 8 | one & 0xff;
      for (bits += 8; bits >= 5; bits -= 5) {
        text.append(DIGITS.charAt(held >> bits - 5 & 31));
      }
      held &= (1 << bits) - 1;
    }
    return bits == 0
        ? text.toString()
        : text.append(DIGITS.charAt(held << 5 - bits & 31)).toString();
  }

  /**
   * As people copy it: in either case, with spaces, hyphens and padding; empty for anything else.
   */
  public static Optional<byte[]> read(String typed) {
    var bare = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "").replaceAll("=+$", "");
    var bytes = new ByteArrayOutputStream();
    int bits = 0;
    int held = 0;
    for (int i = 0; i < bare.length(); i++) {
      int digit = DIGITS.indexOf(bare.charAt(i));
      if (digit < 0) {
        return Optional.empty();
      }
      held = (held << 5 | digit) & 0xfff;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(held >> bits);
      }
    }
    return bytes.size() == 0 ? Optional.empty() : Optional.of(bytes.toByteArray());
  }
}
