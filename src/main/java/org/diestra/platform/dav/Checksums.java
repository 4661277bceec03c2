package org.diestra.platform.dav;

import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a program says its body adds up to: {@code Content-MD5} (RFC 1864) and {@code OC-Checksum}
 * ({@code SHA256:…}, {@code SHA1:…}, {@code MD5:…} in hexadecimal digits), as the sync programs of
 * ownCloud send it. A body that does not is not kept.
 */
final class Checksums {
  private static final Map<String, String> ALGORITHMS =
      Map.of("MD5", "MD5", "SHA1", "SHA-1", "SHA256", "SHA-256");

  private record Expected(MessageDigest digest, byte[] sum) {}

  private final List<Expected> expected = new ArrayList<>();

  private Checksums() {}

  /**
   * @throws DavFault 400 for what is no checksum
   */
  static Checksums of(Call call) {
    var sums = new Checksums();
    sums.addMd5(call.header("Content-MD5"));
    sums.addOther(call.header("OC-Checksum"));
    return sums;
  }

  private void addMd5(@Nullable String header) {
    if (header != null) {
      try {
        expected.add(new Expected(digest("MD5"), Base64.getDecoder().decode(header.strip())));
      } catch (IllegalArgumentException malformed) {
        throw new DavFault(400);
      }
    }
  }

  private void addOther(@Nullable String header) {
    if (header == null) {
      return;
    }
    var parts = header.strip().split(":", 2);
    var algorithm = ALGORITHMS.get(parts[0].toUpperCase(Locale.ROOT));
    if (algorithm == null) {
      return; // one that nobody here knows checks nothing
    }
    try {
      expected.add(new Expected(digest(algorithm), HexFormat.of().parseHex(parts[1].strip())));
    } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
      throw new DavFault(400);
    }
  }

  InputStream around(InputStream in) {
    var stream = in;
    for (var one : expected) {
      stream = new DigestInputStream(stream, one.digest());
    }
    return stream;
  }

  /**
   * @throws DavFault 400 where the bytes that came are not those that were sent
   */
  void require() {
    for (var one : expected) {
      if (!MessageDigest.isEqual(one.sum(), one.digest().digest())) {
        throw new DavFault(400);
      }
    }
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
