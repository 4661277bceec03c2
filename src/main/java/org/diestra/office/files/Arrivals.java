package org.diestra.office.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/**
 * Bytes on their way. They count against a workspace's room from the moment they are announced, or
 * else in steps as they come, so that twenty uploads at once have no more room than one.
 */
@Component
class Arrivals {
  private static final long STEP = 8_000_000;

  private final ConcurrentHashMap<UUID, Long> coming = new ConcurrentHashMap<>();

  /** There is no room for more: what comes is not read any further. */
  static final class NoRoom extends IOException {
    private static final long serialVersionUID = 1;

    NoRoom() {
      super("no room is left");
    }
  }

  /** What one body has taken, until it is closed: kept or not, it counts elsewhere then. */
  final class Berth implements AutoCloseable {
    private final UUID workspace;
    private final LongSupplier left;
    private long taken;

    private Berth(UUID workspace, LongSupplier left) {
      this.workspace = workspace;
      this.left = left;
    }

    private void require(long bytes) throws NoRoom {
      if (bytes > taken) {
        take(workspace, bytes - taken, left.getAsLong());
        taken = bytes;
      }
    }

    /** The same bytes, as long as there is room for them. */
    InputStream around(InputStream in) {
      return new Counted(in, this);
    }

    @Override
    public void close() {
      coming.computeIfPresent(
          workspace, (id, bytes) -> bytes <= taken ? null : Long.valueOf(bytes - taken));
      taken = 0;
    }
  }

  /**
   * @param announced bytes, or less than 0 where nobody said
   * @param left bytes that the workspace has left at that moment, whatever is on its way
   * @throws NoRoom if what is announced has none
   */
  Berth berth(UUID workspace, long announced, LongSupplier left) throws NoRoom {
    var berth = new Berth(workspace, left);
    berth.require(announced);
    return berth;
  }

  private void take(UUID workspace, long bytes, long left) throws NoRoom {
    var refused = new boolean[1];
    coming.compute(
        workspace,
        (id, there) -> {
          long now = there == null ? 0 : there;
          refused[0] = now + bytes > left;
          return refused[0] ? there : Long.valueOf(now + bytes);
        });
    if (refused[0]) {
      throw new NoRoom();
    }
  }

  /** Bytes on their way to that workspace. */
  long coming(UUID workspace) {
    return coming.getOrDefault(workspace, 0L);
  }

  private static final class Counted extends FilterInputStream {
    private final Berth berth;
    private long seen;

    Counted(InputStream in, Berth berth) {
      super(in);
      this.berth = berth;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      if (one >= 0) {
        count(1);
      }
      return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int n = super.read(into, from, length);
      if (n > 0) {
        count(n);
      }
      return n;
    }

    /** A step ahead where there is room for it; the last bytes of it one by one. */
    private void count(int n) throws NoRoom {
      seen += n;
      if (seen <= berth.taken) {
        return;
      }
      try {
        berth.require(seen + STEP);
      } catch (NoRoom tight) {
        berth.require(seen);
      }
    }
  }
}
