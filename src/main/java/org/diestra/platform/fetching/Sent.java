package org.diestra.platform.fetching;

import java.nio.charset.StandardCharsets;
import org.diestra.platform.fetching.Fetched.Fault;
import org.jspecify.annotations.Nullable;

/** What came of sending something. */
public sealed interface Sent {
  /**
   * The other side answered.
   *
   * @param status of HTTP; also one that sends on, which nobody follows
   * @param bytes at most as many as were wanted
   */
  record Answered(int status, byte[] bytes, @Nullable String type) implements Sent {
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whether it was taken (RFC 9110, section 15.3). */
    public boolean taken() {
      return status >= 200 && status < 300;
    }
  }

  /**
   * No answer came.
   *
   * @param begun whether it may have arrived all the same: only the way back was lost
   */
  record Lost(Fault fault, boolean begun) implements Sent {}
}
