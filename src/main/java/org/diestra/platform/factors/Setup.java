package org.diestra.platform.factors;

import io.nayuki.qrcodegen.QrCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A new secret on its way into somebody's phone: as a picture to scan, as text to type. */
record Setup(byte[] secret, String account) {
  private static final String ISSUER = "Diestra";
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int QUIET = 4; // modules around the code (ISO/IEC 18004)

  /** Base32 (RFC 4648, section 6) in groups of four. */
  String key() {
    return base32().replaceAll("(.{4})(?=.)", "$1 ");
  }

  /** What the picture says, and a link that a phone's own browser can follow. */
  String link() {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
        .formatted(ISSUER, encoded(account), base32(), ISSUER, Totp.DIGITS, Totp.STEP_SECONDS);
  }

  /** The picture as SVG: the sides of its view box, and one path of all dark modules. */
  Picture picture() {
    var code = QrCode.encodeText(link(), QrCode.Ecc.MEDIUM);
    var path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET).append(',').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return new Picture(code.size + 2 * QUIET, path.toString());
  }

  /**
   * @param side modules
   */
  record Picture(int side, String path) {}

  private String base32() {
    var text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte one : secret) {
      held = held << 8 | one & 0xff;
      for (bits += 8; bits >= 5; bits -= 5) {
        text.append(BASE32.charAt(held >> bits - 5 & 31));
      }
      held &= (1 << bits) - 1;
    }
    return bits == 0
        ? text.toString()
        : text.append(BASE32.charAt(held << 5 - bits & 31)).toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Never the secret, wherever it may be logged. */
  @Override
  public String toString() {
    return "Setup[…]";
  }
}
