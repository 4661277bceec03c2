package org.diestra.platform.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.diestra.platform.base.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What of a bucket lies on this machine's disk: the bytes used last, up to some in all. Nothing is
 * lost with it. Its files are dated by their last use.
 */
final class Near {
  private static final Logger log = LoggerFactory.getLogger(Near.class);

  /** Whoever was given a file has opened it by then. */
  private static final Duration IN_USE = Duration.ofMinutes(10);

  private static final int BUFFER = 65_536;
  private static final long LOOK_AT_DISK_EVERY = 8 * Bytes.MB;

  private final Path folder;
  private final Parts parts;
  private final long most;
  private final Disk disk;
  private final long keepFree;
  private final AtomicLong since; // bytes that came since it was looked at whole
  private final ReentrantLock thinning = new ReentrantLock();

  /** Opens the bytes where they are kept. */
  interface Source {
    InputStream open() throws IOException;
  }

  private record Used(Path file, long size, Instant at) {}

  /**
   * @param parts on the same disk
   * @param most bytes in all, passed by a tenth at most, and by what was used just now
   * @param keepFree bytes that it leaves free on the disk
   */
  Near(Path folder, Parts parts, long most, Disk disk, long keepFree) throws IOException {
    this.folder = Files.createDirectories(folder.toAbsolutePath());
    this.parts = parts;
    this.most = most;
    this.disk = disk;
    this.keepFree = keepFree;
    this.since = new AtomicLong(most); // what an earlier life left
  }

  private Path place(Sha256 sha) {
    return folder.resolve(sha.hex());
  }

  /** A file that is not removed before it can be opened, where there is one. */
  Optional<Path> find(Sha256 sha) throws IOException {
    var file = place(sha);
    try {
      Files.setLastModifiedTime(file, FileTime.from(parts.now()));
      return Optional.of(file);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  /** The same, brought here first where it is not. */
  Path file(Sha256 sha, Source source) throws IOException {
    var there = find(sha);
    return there.isPresent() ? there.get() : bring(sha, source);
  }

  private Path bring(Sha256 sha, Source source) throws IOException {
    var part = parts.folder().resolve(Ids.text(Ids.fresh()) + ".part");
    try (var in = new DigestInputStream(source.open(), Checksum.digest("SHA-256"))) {
      copy(in, part);
      if (!Sha256.of(in.getMessageDigest().digest()).equals(sha)) {
        throw new IOException("the bucket holds other bytes as " + sha.hex());
      }
      return move(part, sha);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** The database may share the disk: what is brought leaves as much of it free as uploads do. */
  private void copy(InputStream in, Path part) throws IOException {
    var buffer = new byte[BUFFER];
    long size = 0;
    long nextLook = 0;
    try (var out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
      for (int n; (n = in.read(buffer)) > 0; size += n) {
        if (size >= nextLook) {
          nextLook += LOOK_AT_DISK_EVERY;
          requireRoom();
        }
        out.write(buffer, 0, n);
      }
    }
  }

  private void requireRoom() throws IOException {
    arrived(0);
    if (disk.free(folder) < keepFree) {
      throw new IOException("less than %s free below %s".formatted(Bytes.text(keepFree), folder));
    }
  }

  /** Somebody brought it: it is likely to be looked at soon. */
  void take(Path part, Sha256 sha) throws IOException {
    if (disk.free(folder) < keepFree) {
      Files.delete(part);
    } else {
      move(part, sha);
    }
  }

  private Path move(Path part, Sha256 sha) throws IOException {
    Files.setLastModifiedTime(part, FileTime.from(parts.now()));
    long size = Files.size(part);
    Files.move(part, place(sha), StandardCopyOption.ATOMIC_MOVE);
    arrived(size);
    return place(sha);
  }

  void drop(Sha256 sha) throws IOException {
    Files.deleteIfExists(place(sha));
  }

  /** Whoever comes while another makes room does not wait: a lock may be held meanwhile. */
  private void arrived(long bytes) throws IOException {
    boolean much = since.addAndGet(bytes) >= most / 10;
    if ((much || disk.free(folder) < keepFree) && thinning.tryLock()) {
      try {
        since.set(0);
        thin();
      } finally {
        thinning.unlock();
      }
    }
  }

  /** Removes what was not used for longest, until the rest fits. */
  private void thin() throws IOException {
    var all = used();
    long room = Math.max(0, keepFree - disk.free(folder));
    long tooMuch = Math.max(all.stream().mapToLong(Used::size).sum() - most, room);
    var before = parts.now().minus(IN_USE);
    for (var one : all) {
      if (tooMuch <= 0 || one.at().isAfter(before)) {
        return;
      }
      if (isUnused(one) && Files.deleteIfExists(one.file())) {
        tooMuch -= one.size();
      }
    }
    if (tooMuch > 0) {
      log.warn("{} of a bucket's files are used at once", Bytes.text(most));
    }
  }

  /** Whether nobody has used it since it was looked at. */
  private static boolean isUnused(Used one) {
    return used(one.file()).filter(now -> now.at().equals(one.at())).isPresent();
  }

  private List<Used> used() throws IOException {
    var all = new ArrayList<Used>();
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        used(file).ifPresent(all::add);
      }
    }
    all.sort(Comparator.comparing(Used::at));
    return all;
  }

  private static Optional<Used> used(Path file) {
    try {
      return Optional.of(
          new Used(file, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
