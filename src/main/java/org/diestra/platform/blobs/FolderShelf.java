package org.diestra.platform.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The folder of bytes: {@code ab/cd/<sha256>} for what is kept, {@code parts/} for what is still
 * arriving. A file appears under its hash in one move, once it is on the disk.
 */
final class FolderShelf implements Shelf {
  private final Path folder;
  private final Parts parts;
  private final ConcurrentHashMap<String, Object> heads = new ConcurrentHashMap<>();
  private final Set<String> settled = ConcurrentHashMap.newKeySet();

  FolderShelf(Path folder) throws IOException {
    this.folder = folder.toAbsolutePath();
    this.parts = new Parts(this.folder.resolve("parts"));
  }

  @Override
  public Parts parts() {
    return parts;
  }

  @Override
  public Path file(Sha256 sha) {
    return drawer(sha).resolve(sha.hex());
  }

  @Override
  public InputStream open(Sha256 sha) throws IOException {
    return Files.newInputStream(file(sha));
  }

  private Path drawer(Sha256 sha) {
    return folder.resolve(sha.hex().substring(0, 2)).resolve(sha.hex().substring(2, 4));
  }

  /** On the same disk, it is a mere rename. */
  @Override
  public void prepare(Path part, Sha256 sha) {}

  @Override
  public void keep(Path part, Sha256 sha) throws IOException {
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

  @Override
  public void heal(Path part, Sha256 sha) throws IOException {
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

  @Override
  public void remove(Sha256 sha) throws IOException {
    Files.deleteIfExists(file(sha));
  }

  @Override
  public Instant now() throws IOException {
    return parts.now();
  }

  @Override
  public void eachOlderThan(Instant before, Consumer<Sha256> told) throws IOException {
    try (var heads = Files.newDirectoryStream(folder, "[0-9a-f][0-9a-f]")) {
      for (var head : heads) {
        try (var files = Files.walk(head, 2)) {
          files
              .filter(Files::isRegularFile)
              .filter(file -> Parts.olderThan(file, before))
              .map(file -> new Sha256(String.valueOf(file.getFileName())))
              .forEach(told);
        }
      }
    }
  }

  /** Without this a power cut may lose the name although the bytes are there. */
  private static void sync(Path directory) throws IOException {
    try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
