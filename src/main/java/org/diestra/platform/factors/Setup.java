package org.diestra.platform.factors;

import io.nayuki.qrcodegen.QrCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.diestra.platform.base.Base32;

/** A new secret on its way into somebody's phone: as a picture to scan, as text to type. */
record Setup(byte[] secret, String account) {
  private static final String ISSUER = "Diestra";
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
    return Base32.text(secret);
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
