package org.diestra.platform.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.blobs.Piece.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that come piece by piece, from several lines and over days. How far one has come is for its
 * module to remember: what lies here beyond that was never confirmed and is cut off. Nobody sees
 * such a file before it is {@link #whole}; one that nothing was added to for days is swept.
 */
public class Pieces {
  /** How their names end, among those of other parts. */
  static final String ENDING = ".growing";

  private static final Logger log = LoggerFactory.getLogger(Pieces.class);
  private static final int BUFFER = 65_536;
  private static final long LOOK_AT_DISK_EVERY = 8 * Bytes.MB;
  private static final long SETTLE_EVERY = 64 * Bytes.MB;

  /** So many hashes are carried on in memory; the others are made anew from the disk. */
  private static final int CARRIED = 500;

  private final Shelf shelf;
  private final Disk disk;
  private final long keepFree;
  private final Set<UUID> held = ConcurrentHashMap.newKeySet();
  private final Carried carried = new Carried(CARRIED);

  /**
   * @param keepFree bytes that uploads leave free on the disk, which the database may share
   */
  Pieces(Shelf shelf, Disk disk, long keepFree) {
    this.shelf = shelf;
    this.disk = disk;
    this.keepFree = keepFree;
  }

  /** Keeps others away from one file until it is closed. */
  public interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /** Whether the disk takes so many bytes more. */
  public boolean fits(long bytes) throws IOException {
    return disk.free(shelf.parts().folder()) - bytes >= keepFree;
  }

  /** Empty where somebody adds to that file just now. */
  public Optional<Hold> hold(UUID id) {
    return held.add(id) ? Optional.of(() -> held.remove(id)) : Optional.empty();
  }

  private Path file(UUID id) {
    return shelf.parts().folder().resolve(Ids.text(id) + ENDING);
  }

  /**
   * Adds to a file, which whoever asks holds. Needs no more memory for a gigabyte than for a
   * kilobyte.
   *
   * @param from how many bytes of it were confirmed
   * @param most bytes that it may have in the end
   * @param sum what the piece adds up to; null where nobody said
   * @param settled told, about every 64 MB, how many bytes are on the disk for good
   * @throws NoSuchFileException if what was confirmed is not there any more
   */
  public Piece append(
      UUID id, long from, long most, InputStream in, @Nullable Checksum sum, LongConsumer settled)
      throws IOException {
    var hash = carried.take(id, from);
    try (var out = open(id, from)) {
      var piece = new Arriving(out, hash, sum, settled).copy(in, from, most);
      if (piece.size() == from) {
        out.truncate(from);
      } else if (hash != null) {
        carried.put(id, hash, piece.size());
      }
      Intake.settle(out);
      return piece;
    } catch (Intake.Unwritten e) {
      log.error(
          "a piece could not be written below {}: {}", shelf.parts().folder(), e.getMessage());
      return new Piece(State.FULL, from);
    }
  }

  private FileChannel open(UUID id, long from) throws IOException {
    var out = openOrFull(id);
    boolean ready = false;
    try {
      if (out.size() < from) {
        throw new NoSuchFileException(file(id).toString());
      }
      out.truncate(from);
      out.position(from);
      ready = true;
      return out;
    } finally {
      if (!ready) {
        out.close();
      }
    }
  }

  private FileChannel openOrFull(UUID id) throws Intake.Unwritten {
    try {
      return disk.open(file(id));
    } catch (IOException e) {
      throw new Intake.Unwritten(e);
    }
  }

  /** One piece on its way into its file. */
  private final class Arriving {
    private final FileChannel out;
    private final @Nullable MessageDigest hash;
    private final @Nullable Checksum sum;
    private final @Nullable MessageDigest own;
    private final LongConsumer settled;
    private long size;

    Arriving(
        FileChannel out,
        @Nullable MessageDigest hash,
        @Nullable Checksum sum,
        LongConsumer settled) {
      this.out = out;
      this.hash = hash;
      this.sum = sum;
      this.own = sum == null ? null : sum.begin();
      this.settled = settled;
    }

    Piece copy(InputStream in, long from, long most) throws IOException {
      size = from;
      var state = read(in, most);
      boolean wrong = state == State.WHOLE && sum != null && own != null && !sum.holds(own);
      var end = wrong ? State.WRONG : state;
      boolean kept = end == State.WHOLE || end == State.BROKEN && sum == null;
      return new Piece(end, kept ? size : from);
    }

    private State read(InputStream in, long most) throws IOException {
      var buffer = new byte[BUFFER];
      long look = size;
      long settle = size + SETTLE_EVERY;
      for (int n; (n = next(in, buffer)) != -1; ) {
        if (n == BROKE) {
          return State.BROKEN;
        }
        if (size + n > most) {
          return State.LONGER;
        }
        if (size >= look) {
          look += LOOK_AT_DISK_EVERY;
          if (!fits(0)) {
            log.error("uploads stop: less than {} free", Bytes.text(keepFree));
            return State.FULL;
          }
        }
        write(buffer, n);
        if (sum == null && size >= settle) {
          settle += SETTLE_EVERY;
          Intake.settle(out);
          settled.accept(size);
        }
      }
      return State.WHOLE;
    }

    private void write(byte[] buffer, int n) throws Intake.Unwritten {
      Intake.write(out, ByteBuffer.wrap(buffer, 0, n));
      size += n;
      if (hash != null) {
        hash.update(buffer, 0, n);
      }
      if (own != null) {
        own.update(buffer, 0, n);
      }
    }
  }

  private static final int BROKE = -2;

  /** Their line is no fault of ours: what came by it counts all the same. */
  private static int next(InputStream in, byte[] buffer) {
    try {
      return in.read(buffer);
    } catch (IOException gone) {
      return BROKE;
    }
  }

  /**
   * The file, once all of it is there: told by its content, and not kept yet. Closing what is
   * answered takes it away, so whoever means to try again leaves it open.
   *
   * @throws NoSuchFileException if it is not there, or not as long
   */
  public Received whole(UUID id, long size, String name) throws IOException {
    var file = file(id);
    if (size == 0 && Files.notExists(file)) {
      openOrFull(id).close();
    }
    if (Files.size(file) != size) {
      throw new NoSuchFileException(file.toString());
    }
    byte[] head;
    try (var in = Files.newInputStream(file)) {
      head = in.readNBytes(Intake.HEAD);
    }
    var sha = Sha256.of(carried.digest(id, size, file));
    return Admission.any(new Intake.Part(file, sha, size, head), name);
  }

  /** It will not come to its end. */
  public void drop(UUID id) throws IOException {
    carried.forget(id);
    Files.deleteIfExists(file(id));
  }
}
