package org.diestra.platform.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Bytes on their way, of which only some are in memory. */
public final class Streams {
  private static final int BUFFER = 64 * 1024;

  private Streams() {}

  /** So many bytes, or as many as there are. */
  public static void copy(InputStream in, long length, OutputStream out) throws IOException {
    var buffer = new byte[BUFFER];
    long left = length;
    for (int n; left > 0 && (n = in.read(buffer, 0, (int) Math.min(BUFFER, left))) > 0; left -= n) {
      out.write(buffer, 0, n);
    }
  }
}
