package org.diestra.platform.buckets;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * An answer of the store. Closed before its end, the line is cut: to read on only to be polite
 * could mean gigabytes. What breaks off is an {@link IOException} as of any file.
 */
final class Told extends FilterInputStream {
  private final ResponseInputStream<?> answer;
  private boolean ended;

  Told(ResponseInputStream<?> answer) {
    super(answer);
    this.answer = answer;
  }

  @Override
  public int read() throws IOException {
    try {
      return end(super.read());
    } catch (SdkException e) {
      throw new IOException(e);
    }
  }

  @Override
  public int read(byte[] to, int at, int most) throws IOException {
    try {
      return end(super.read(to, at, most));
    } catch (SdkException e) {
      throw new IOException(e);
    }
  }

  private int end(int n) {
    ended |= n < 0;
    return n;
  }

  @Override
  public void close() throws IOException {
    if (ended) {
      super.close();
    } else {
      answer.abort();
    }
  }
}
