package org.diestra.platform.backup;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which files of a data folder are kept. All are, but those that a start makes anew: so that what a
 * module puts there some day is kept without anybody thinking of it.
 */
final class Contents {
  static final String CLUSTER = "postgres/cluster";

  /**
   * Programs, locks and output, the index, uploads that are still arriving, what a bucket holds,
   * half a return.
   */
  private static final Pattern MADE_ANEW =
      Pattern.compile(
          "postgres/(programs-.*|new-.*|lock|command\\.log|cluster)|search|blobs/(parts|near)"
              + "|restoring-.*");

  /** PostgreSQL 18 documentation, 25.3.4: what a base backup may leave out. */
  private static final Pattern MADE_ANEW_IN_CLUSTER =
      Pattern.compile(
          "postmaster\\.(pid|opts)|server\\.log.*|backup_label.*|tablespace_map.*|backup_manifest"
              + "|(pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp"
              + "|pg_subtrans)/.*|(.*/)?pgsql_tmp.*|(.*/)?pg_internal\\.init.*");

  private final Path data;
  private final Packing to;

  Contents(Path data, Packing to) {
    this.data = data;
    this.to = to;
  }

  /**
   * Everything beside the database.
   *
   * @param since only what was put there or changed after this
   */
  void files(Instant since) throws IOException {
    walk(
        data,
        data,
        name -> MADE_ANEW.matcher(name).matches(),
        file -> since.equals(Instant.MIN) || changed(file).isAfter(since));
  }

  /**
   * The database's own files.
   *
   * @param others names within it that are left out besides
   */
  void cluster(Pattern others) throws IOException {
    var cluster = data.resolve(CLUSTER);
    to.folder(CLUSTER, cluster);
    walk(
        cluster,
        data,
        name -> {
          var within = name.substring(CLUSTER.length() + 1);
          return MADE_ANEW_IN_CLUSTER.matcher(within).matches() || others.matcher(within).matches();
        },
        file -> true);
  }

  private interface Check {
    boolean asks(Path file) throws IOException;
  }

  private void walk(Path from, Path top, Predicate<String> leftOut, Check wanted)
      throws IOException {
    var visitor =
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (folder.equals(from)) {
              return FileVisitResult.CONTINUE;
            }
            if (leftOut.test(name(top, folder))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            to.folder(name(top, folder), folder);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile() && !leftOut.test(name(top, file))) {
              keep(file, wanted);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
            if (why instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE; // gone since its folder was read
            }
            throw why;
          }
        };
    Files.walkFileTree(from, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
  }

  private void keep(Path file, Check wanted) throws IOException {
    try {
      if (wanted.asks(file)) {
        to.file(name(data, file), file);
      }
    } catch (NoSuchFileException gone) {
      // between the listing and the look: as if it had gone a moment earlier
      return;
    }
  }

  /** When it was last written, or came to its place: the time of its last writing is older. */
  private static Instant changed(Path file) throws IOException {
    return ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
  }

  private static String name(Path top, Path file) {
    return top.relativize(file).toString();
  }
}
