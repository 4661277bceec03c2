package org.diestra.platform.mail;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a letter goes, at most 254 characters (RFC 5321, section 4.5.3.1.3). A host may have
 * letters of any script (RFC 5890) and travels in its ASCII form; spaces, line ends, quotes and
 * lists of addresses don't pass.
 *
 * @param local what stands before the @, as it was written
 * @param host what stands behind it, in ASCII and lower case
 */
record Address(String local, String host) {
  private static final int LONGEST = 254;
  private static final Pattern LOCAL =
      Pattern.compile(
          "[^\\s@<>\"(),:;\\[\\]\\\\\\p{Cntrl}.]+(\\.[^\\s@<>\"(),:;\\[\\]\\\\\\p{Cntrl}.]+)*");

  /**
   * @throws IllegalArgumentException if no mail can be sent there
   */
  static Address of(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFC);
    int at = plain.lastIndexOf('@');
    if (at < 1 || at > 64 || plain.length() > LONGEST) {
      throw new IllegalArgumentException("not an address");
    }
    var local = plain.substring(0, at);
    var host = IDN.toASCII(plain.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
    if (!LOCAL.matcher(local).matches() || !host.matches("[^.]+(\\.[^.]+)+")) {
      throw new IllegalArgumentException("not an address");
    }
    return new Address(local, host.toLowerCase(Locale.ROOT));
  }

  /** Two addresses with the same key reach the same box, as far as anybody outside can know. */
  String key() {
    return local.toLowerCase(Locale.ROOT) + "@" + host;
  }

  @Override
  public String toString() {
    return local + "@" + host;
  }
}
