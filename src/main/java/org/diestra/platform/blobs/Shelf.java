package org.diestra.platform.blobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The folder of bytes: {@code ab/cd/<sha256>} for what is kept, {@code parts/} for what is still
 * arriving. A file appears under its hash in one move, whole and on the disk, or not at all.
 */
final class Shelf {
  private final Path folder;
  private final Path parts;
  private final ConcurrentHashMap<String, Object> heads = new ConcurrentHashMap<>();
  private final Set<String> settled = ConcurrentHashMap.newKeySet();

  Shelf(Path folder) throws IOException {
    this.folder = folder.toAbsolutePath();
    this.parts = this.folder.resolve("parts");
    Files.createDirectories(parts);
  }

  /** Where arriving bytes are written; the same disk, so that keeping them is a mere rename. */
  Path parts() {
    return parts;
  }

  /** Where the bytes with this hash stand, if they do. */
  Path file(Sha256 sha) {
    return drawer(sha).resolve(sha.hex());
  }

  private Path drawer(Sha256 sha) {
    return folder.resolve(sha.hex().substring(0, 2)).resolve(sha.hex().substring(2, 4));
  }

  /**
   * Moves a part to its place. Bytes already there are left alone, unless their length shows that a
   * disk fault has cut them: then the new ones heal them.
   */
  void keep(Path part, Sha256 sha) throws IOException {
    var place = file(sha);
    if (Files.exists(place) && Files.size(place) == Files.size(part)) {
      Files.delete(part);
      return;
    }
    var drawer = drawer(sha);
    settle(sha.hex().substring(0, 2), drawer);
    Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    sync(drawer);
  }

  /** The same where the bytes that are there are cut or gone; else nothing. */
  void heal(Path part, Sha256 sha) throws IOException {
    var place = file(sha);
    if (!Files.exists(place) || Files.size(place) != Files.size(part)) {
      keep(part, sha);
    }
  }

  /**
   * Makes the folders and sees to it that their names are on the disk: a drawer's when it is made,
   * that of its head once a life of this house, in case an earlier one was cut short. Whoever comes
   * second waits for the first, since both rely on it.
   */
  private void settle(String head, Path drawer) throws IOException {
    synchronized (heads.computeIfAbsent(head, name -> new Object())) {
      var above = folder.resolve(head);
      boolean made = Files.notExists(drawer);
      Files.createDirectories(drawer);
      boolean first = settled.add(head);
      if (made || first) {
        sync(above);
      }
      if (first) {
        sync(folder);
      }
    }
  }

  void remove(Sha256 sha) throws IOException {
    Files.deleteIfExists(file(sha));
  }

  /** The disk's own time, by which its files are dated: not the house's, which may be ahead. */
  Instant now() throws IOException {
    var probe = Files.createTempFile(parts, "now", ".part");
    try {
      return Files.getLastModifiedTime(probe).toInstant();
    } finally {
      Files.delete(probe);
    }
  }

  /**
   * Removes parts last written before this instant, for their upload has died; what grows piece by
   * piece has its own. Answers how many.
   */
  int sweepParts(Instant before, Instant growing) throws IOException {
    int swept = 0;
    try (var stream = Files.newDirectoryStream(parts)) {
      for (var part : stream) {
        boolean grows = part.toString().endsWith(Pieces.ENDING);
        if (olderThan(part, grows ? growing : before) && Files.deleteIfExists(part)) {
          swept++;
        }
      }
    }
    return swept;
  }

  /** Tells every hash whose file was last written before this instant. */
  void eachOlderThan(Instant before, Consumer<Sha256> told) throws IOException {
    try (var heads = Files.newDirectoryStream(folder, "[0-9a-f][0-9a-f]")) {
      for (var head : heads) {
        try (var files = Files.walk(head, 2)) {
          files
              .filter(Files::isRegularFile)
              .filter(file -> olderThan(file, before))
              .map(file -> new Sha256(String.valueOf(file.getFileName())))
              .forEach(told);
        }
      }
    }
  }

  private static boolean olderThan(Path file, Instant instant) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(instant);
    } catch (NoSuchFileException gone) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without this a power cut may lose the name although the bytes are there. */
  private static void sync(Path directory) throws IOException {
    try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
