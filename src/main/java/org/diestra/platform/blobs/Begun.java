package org.diestra.platform.blobs;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Bytes that are asked for when the first of them is read: what is skipped before is not sent. */
final class Begun extends InputStream {
  private final Source source;
  private long from;
  private @Nullable InputStream in;

  /** Opens the bytes from one of them on. */
  interface Source {
    InputStream open(long from) throws IOException;
  }

  Begun(Source source) {
    this.source = source;
  }

  private InputStream in() throws IOException {
    var begun = in == null ? source.open(from) : in;
    in = begun;
    return begun;
  }

  @Override
  public int read() throws IOException {
    return in().read();
  }

  @Override
  public int read(byte[] to, int at, int most) throws IOException {
    return in().read(to, at, most);
  }

  /** Whoever skips beyond the end is told when it is read. */
  @Override
  public long skip(long bytes) throws IOException {
    if (in != null) {
      return in.skip(bytes);
    }
    from += Math.max(0, bytes);
    return Math.max(0, bytes);
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }
}
