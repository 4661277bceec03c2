package org.diestra.platform.blobs;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Writes a Content-Disposition with a file name in any script: RFC 6266, with the name encoded as
 * RFC 8187 wants it and a plain one beside it for what doesn't read that.
 */
final class Disposition {
  private static final String UNENCODED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";

  private Disposition() {}

  static String of(String manner, String name) {
    return manner + "; filename=\"" + plain(name) + "\"; filename*=UTF-8''" + encoded(name);
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^ -~]|[\"\\\\%]", "_");
  }

  private static String encoded(String name) {
    var out = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      if (UNENCODED.indexOf((char) b) >= 0) {
        out.append((char) b);
      } else {
        out.append(String.format("%%%02X", b));
      }
    }
    return out.toString();
  }
}
