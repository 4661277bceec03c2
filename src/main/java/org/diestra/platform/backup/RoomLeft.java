package org.diestra.platform.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongSupplier;

/**
 * Stops before a disk is full: the house may live on the same one, and a database without room
 * stands still.
 */
final class RoomLeft extends FilterOutputStream {
  /** Below this the house calls itself ill (application.properties, diskspace.threshold). */
  static final long KEEP_FREE = 100L << 20;

  private static final long LOOK_EVERY = 4L << 20;

  private final LongSupplier free;
  private long unseen = LOOK_EVERY;

  /**
   * @param free bytes that are left on the disk
   */
  RoomLeft(OutputStream out, LongSupplier free) {
    super(out);
    this.free = free;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    unseen += length;
    if (unseen >= LOOK_EVERY) {
      unseen = 0;
      if (free.getAsLong() < KEEP_FREE) {
        throw new Hindrance(
            "the disk has no room for it: it would leave less than %d MB."
                .formatted(KEEP_FREE >> 20));
      }
    }
    out.write(bytes, from, length);
  }
}
