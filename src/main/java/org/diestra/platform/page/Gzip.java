package org.diestra.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.util.Enumeration;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.springframework.http.HttpHeaders;

/**
 * Whole pages in gzip (RFC 1952). The server's own compression makes a compressor for each answer
 * and works as hard as for an archive, which is a seventh of a page's cost; this one keeps its
 * compressors and stops looking earlier. A page gets about a tenth longer and still fits into the
 * first ten packets.
 */
final class Gzip {
  /** Shorter ones fit into a packet anyway, bytes. */
  private static final int LEAST = 512;

  private static final int LEVEL = 3; // the last that does not look for better matches
  private static final int DEFLATE = 8;
  private static final byte[] HEAD = {0x1f, (byte) 0x8b, DEFLATE, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  /** {@code gzip} among what is taken, but not {@code gzip;q=0} (RFC 9110, 12.5.3). */
  private static final Pattern TAKEN =
      Pattern.compile(
          "gzip\\s*(;\\s*q=(1(\\.0*)?|0\\.\\d*[1-9]\\d*)\\s*)?", Pattern.CASE_INSENSITIVE);

  /** A quarter of a megabyte each, outside of the heap. */
  private static final Queue<Deflater> FREE = new ArrayBlockingQueue<>(8);

  private Gzip() {}

  static boolean fits(HttpServletRequest request, int bytes) {
    return bytes >= LEAST && taken(request.getHeaders(HttpHeaders.ACCEPT_ENCODING));
  }

  private static boolean taken(Enumeration<String> headers) {
    while (headers.hasMoreElements()) {
      for (var coding : headers.nextElement().split(",")) {
        if (TAKEN.matcher(coding.strip()).matches()) {
          return true;
        }
      }
    }
    return false;
  }

  static byte[] of(byte[] page) {
    var packed = new ByteArrayOutputStream(page.length / 3);
    packed.writeBytes(HEAD);
    deflate(page, packed);
    var sum = new CRC32();
    sum.update(page);
    little(packed, (int) sum.getValue());
    little(packed, page.length);
    return packed.toByteArray();
  }

  private static void deflate(byte[] page, ByteArrayOutputStream into) {
    var kept = FREE.poll();
    var deflater = kept == null ? new Deflater(LEVEL, true) : kept;
    deflater.setInput(page);
    deflater.finish();
    var piece = new byte[8192];
    while (!deflater.finished()) {
      into.write(piece, 0, deflater.deflate(piece));
    }
    deflater.reset();
    if (!FREE.offer(deflater)) {
      deflater.end();
    }
  }

  /** The lowest byte first. */
  private static void little(ByteArrayOutputStream into, int value) {
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      into.write(value >>> shift);
    }
  }
}
