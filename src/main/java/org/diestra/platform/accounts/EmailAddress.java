package org.diestra.platform.accounts;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address mail can be sent to, as the person typed it, at most 254 characters (RFC 5321, section
 * 4.5.3.1.3). Two addresses are the same when their {@link #key} is.
 */
public record EmailAddress(String text) {
  private static final int LONGEST = 254;
  private static final Pattern SHAPE =
      Pattern.compile(
          "[^\\s@<>\"(),:;\\[\\]\\\\\\p{Cntrl}]{1,64}@[^\\s@<>\"(),:;\\[\\]\\\\\\p{Cntrl}]+");

  /** Reads what was typed; empty for what mail could not be sent to. */
  public static Optional<EmailAddress> read(String typed) {
    var text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    if (text.length() > LONGEST
        || !SHAPE.matcher(text).matches()
        || text.contains("..")
        || text.startsWith(".")
        || text.contains(".@")) {
      return Optional.empty();
    }
    try {
      var host = IDN.toASCII(text.substring(text.lastIndexOf('@') + 1), IDN.USE_STD3_ASCII_RULES);
      return host.contains(".") && !host.startsWith(".") && !host.endsWith(".")
          ? Optional.of(new EmailAddress(text))
          : Optional.empty();
    } catch (IllegalArgumentException notAHost) {
      return Optional.empty();
    }
  }

  /** Lower case, the host in its ASCII form: what is unique in the house. */
  public String key() {
    int at = text.lastIndexOf('@');
    var host = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
    return text.substring(0, at).toLowerCase(Locale.ROOT) + "@" + host.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return text;
  }
}
