package org.diestra.platform.backup;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipException;
import org.diestra.platform.data.KeptData;
import org.springframework.util.FileSystemUtils;

/**
 * Brings a backup back into an empty folder, which the next start takes for its own. Everything is
 * read and checked beside its place first: what is damaged leaves nothing.
 */
final class Restore {
  private static final String HALF = "restoring-";
  private static final String LAST = "postgres"; // without it a folder is no house

  private final Path file;

  Restore(Path file) {
    this.file = file;
  }

  /**
   * Answers how many files there were.
   *
   * @param data made if missing; what a return that broke off has left there is cleared away
   * @throws Hindrance if something else is there, or it is no backup that can be brought back
   * @throws IOException if something can't be read or written
   */
  long into(Path data) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new Hindrance("there is no file %s.".formatted(file));
    }
    clear(data);
    KeptData.make(data);
    var half = Files.createDirectory(data.resolve(HALF + UUID.randomUUID()));
    try {
      long files = read(half);
      settle(half, data);
      return files;
    } finally {
      FileSystemUtils.deleteRecursively(half);
    }
  }

  private static void clear(Path data) throws IOException {
    if (!Files.exists(data)) {
      return;
    }
    if (!Files.isDirectory(data)) {
      throw new Hindrance("%s is no folder.".formatted(data));
    }
    var halves = children(data);
    if (halves.stream().anyMatch(each -> !isHalf(each))) {
      throw new Hindrance(
          "%s is not empty: nothing is written over what is there.".formatted(data));
    }
    for (var each : halves) {
      FileSystemUtils.deleteRecursively(each);
    }
  }

  private static boolean isHalf(Path each) {
    return String.valueOf(each.getFileName()).startsWith(HALF);
  }

  private static List<Path> children(Path folder) throws IOException {
    try (var all = Files.newDirectoryStream(folder)) {
      var found = new ArrayList<Path>();
      all.forEach(found::add);
      return found;
    }
  }

  private long read(Path half) throws IOException {
    try (var in = open()) {
      return new Unpacking(half).read(in);
    } catch (EOFException e) {
      throw new Hindrance("it is not whole.", e);
    } catch (ZipException e) {
      throw new Hindrance("it is damaged, or no backup at all.", e);
    }
  }

  private InputStream open() throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  /** Renames alone; the database last. */
  private static void settle(Path half, Path data) throws IOException {
    for (var each : children(half)) {
      if (!each.endsWith(LAST)) {
        move(each, data);
      }
    }
    move(half.resolve(LAST), data);
  }

  private static void move(Path each, Path data) throws IOException {
    Files.move(
        each, data.resolve(String.valueOf(each.getFileName())), StandardCopyOption.ATOMIC_MOVE);
  }
}
