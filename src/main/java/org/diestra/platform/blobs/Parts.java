package org.diestra.platform.blobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;

/** The folder of what is still arriving. */
record Parts(Path folder) {
  /** Makes the folder where it is missing. */
  Parts(Path folder) {
    this.folder = folder.toAbsolutePath();
    try {
      Files.createDirectories(this.folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The disk's own time, by which its files are dated. */
  Instant now() throws IOException {
    var probe = Files.createTempFile(folder, "now", ".part");
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
  int sweep(Instant before, Instant growing) throws IOException {
    int swept = 0;
    try (var stream = Files.newDirectoryStream(folder)) {
      for (var part : stream) {
        boolean grows = part.toString().endsWith(Pieces.ENDING);
        if (olderThan(part, grows ? growing : before) && Files.deleteIfExists(part)) {
          swept++;
        }
      }
    }
    return swept;
  }

  static boolean olderThan(Path file, Instant instant) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(instant);
    } catch (NoSuchFileException gone) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
