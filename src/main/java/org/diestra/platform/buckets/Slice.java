package org.diestra.platform.buckets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Some bytes of a file, from one place to another. */
final class Slice extends InputStream {
  private final FileChannel file;
  private long left;

  Slice(Path from, long start, long length) {
    try {
      file = FileChannel.open(from, StandardOpenOption.READ);
      file.position(start);
      left = length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 1 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int at, int most) throws IOException {
    if (left == 0) {
      return -1;
    }
    int n = file.read(ByteBuffer.wrap(to, at, (int) Math.min(most, left)));
    left -= Math.max(0, n);
    return n;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
