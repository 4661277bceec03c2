package org.diestra.platform.backup;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import org.diestra.platform.data.HouseClock;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bin/backup} and {@code bin/restore} run: one line of success, or of what is wrong.
 */
@SuppressWarnings("SystemOut") // it is a program, and speaks to whoever started it
final class BackupProgram {
  private BackupProgram() {}

  /**
   * @param args backup or restore, the file, the data folder
   */
  public static void main(String[] args) {
    var file = Path.of(args[1]);
    var data = Path.of(args[2]);
    try {
      System.out.println(
          args[0].equals("backup")
              ? backup(file, data, System.getenv("DIESTRA_DATABASE_URL"))
              : restore(file, data));
    } catch (Hindrance e) {
      end("%s: %s".formatted(args[0].equals("backup") ? "No backup" : file, e.getMessage()));
    } catch (IOException e) {
      end("%s failed, nothing was left behind: %s".formatted(args[0], reason(e)));
    }
  }

  private static void end(String line) {
    System.err.println(line);
    System.exit(1);
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException files && files.getReason() == null
        ? e.toString()
        : String.valueOf(e.getMessage());
  }

  private static String backup(Path file, Path data, @Nullable String database) throws IOException {
    if (database != null) {
      throw new Hindrance(
          "the database is at DIESTRA_DATABASE_URL: take its backup with PostgreSQL's own"
              + " programs, then copy %s.".formatted(data));
    }
    var kept = new Backup(data, HouseClock.fixedToTheMachine()).to(file);
    var key =
        kept.key()
            ? "The house's key is in it: keep it where nobody else reads it."
            : "The house's key is not in it: keep DIESTRA_SECRET_KEY as well.";
    var bucket =
        System.getenv("DIESTRA_BLOBS_URL") == null
            ? ""
            : " People's files are not in it: they are in the bucket of DIESTRA_BLOBS_URL.";
    return String.format(
        Locale.ROOT,
        "%s: %,d files, %,d MB, of a house that %s. %s%s",
        file,
        kept.files(),
        kept.bytes() >> 20,
        kept.running() ? "went on working" : "stood still",
        key,
        bucket);
  }

  private static String restore(Path file, Path data) throws IOException {
    long files = new Restore(file).into(data);
    return String.format(
        Locale.ROOT,
        "%,d files are back in %s, each as its checksum says. Next: bin/start --data %s",
        files,
        data,
        data);
  }
}
