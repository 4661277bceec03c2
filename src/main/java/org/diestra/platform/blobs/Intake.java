package org.diestra.platform.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes arriving bytes in: one pass to the disk, hashed on the way, cut at the limit. */
final class Intake {
  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  /** What magic needs: the longest look any detector takes at the beginning. */
  static final int HEAD = 65_536;

  private static final int BUFFER = 65_536;
  private static final long LOOK_AT_DISK_EVERY = 8 * Bytes.MB;

  private final Path parts;
  private final Disk disk;
  private final long keepFree;

  /**
   * @param keepFree bytes that uploads leave free on the disk, which the database may share
   */
  Intake(Path parts, Disk disk, long keepFree) {
    this.parts = parts;
    this.disk = disk;
    this.keepFree = keepFree;
  }

  /** Bytes on the disk, not yet kept: their file, hash, length and beginning. */
  record Part(Path file, Sha256 sha256, long size, byte[] head) {}

  /** Writing failed, as opposed to reading: that is our disk, not their line. */
  static final class Unwritten extends IOException {
    Unwritten(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /**
   * Reads at most one byte more than the limit. Refused or failed, nothing is left behind.
   *
   * @throws IOException when the stream breaks off: whoever sent it is gone
   */
  Outcome<Part> take(InputStream in, long limit) throws IOException {
    return take(in, limit, false);
  }

  /** The same; where {@code empty} is true, also what holds no byte. */
  Outcome<Part> take(InputStream in, long limit, boolean empty) throws IOException {
    var file = parts.resolve(Ids.text(Ids.fresh()) + ".part");
    Outcome<Part> outcome = Outcome.refused(full());
    try {
      outcome = copy(in, file, limit, empty);
    } catch (Unwritten e) {
      log.error("a file could not be written below {}: {}", parts, e.getMessage());
    } finally {
      if (outcome instanceof Outcome.Refused) {
        Files.deleteIfExists(file);
      }
    }
    return outcome;
  }

  private Outcome<Part> copy(InputStream in, Path file, long limit, boolean empty)
      throws IOException {
    var digest = sha256();
    var buffer = new byte[BUFFER];
    byte[] head = {};
    long size = 0;
    long nextLook = 0;
    try (var out = create(file)) {
      for (int n; (n = in.read(buffer, 0, (int) Math.min(BUFFER, limit + 1 - size))) > 0; ) {
        if (size >= nextLook) {
          nextLook += LOOK_AT_DISK_EVERY;
          if (disk.free(parts) < keepFree) {
            log.error("uploads stop: less than {} free below {}", Bytes.text(keepFree), parts);
            return Outcome.refused(full());
          }
        }
        head = head.length < HEAD ? joined(head, buffer, n) : head;
        size += n;
        if (size > limit) {
          return Outcome.refused(Refusal.invalid("file", "blobs.tooLarge", Bytes.text(limit)));
        }
        digest.update(buffer, 0, n);
        write(out, ByteBuffer.wrap(buffer, 0, n));
      }
      settle(out);
    }
    return size == 0 && !empty
        ? Outcome.refused(Refusal.invalid("file", "blobs.empty"))
        : Outcome.done(new Part(file, Sha256.of(digest.digest()), size, head));
  }

  static Refusal full() {
    return Refusal.invalid("file", "blobs.full");
  }

  private FileChannel create(Path file) throws Unwritten {
    try {
      return disk.create(file);
    } catch (IOException e) {
      throw new Unwritten(e);
    }
  }

  static void write(FileChannel out, ByteBuffer bytes) throws Unwritten {
    try {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    } catch (IOException e) {
      throw new Unwritten(e);
    }
  }

  static void settle(FileChannel out) throws Unwritten {
    try {
      out.force(false); // its length with it, as that is needed to read it
    } catch (IOException e) {
      throw new Unwritten(e);
    }
  }

  private static byte[] joined(byte[] head, byte[] next, int n) {
    int more = Math.min(n, HEAD - head.length);
    var both = Arrays.copyOf(head, head.length + more);
    System.arraycopy(next, 0, both, head.length, more);
    return both;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
