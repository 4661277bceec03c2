package org.diestra.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Copies the files of a database while it works (PostgreSQL 18 documentation, 25.3.4): what changes
 * under the reader's hands is mended by the log of the same minutes, which the copy carries, when a
 * server first opens it. It then stands as it did when the copying ended.
 */
final class Snapshot {
  private static final String CONTROL = "global/pg_control";
  private static final int MODE = 0600;

  /** The log is copied last, the control file whole. */
  private static final Pattern LATER = Pattern.compile("pg_wal/.*|" + Pattern.quote(CONTROL));

  private final Path cluster;
  private final Packing to;
  private final Contents contents;

  Snapshot(Path data, Packing to, Contents contents) {
    this.cluster = data.resolve(Contents.CLUSTER);
    this.to = to;
    this.contents = contents;
  }

  /**
   * @param connection the superuser's; it may do nothing else meanwhile
   */
  void take(Connection connection) throws SQLException, IOException {
    try (var sql = connection.createStatement()) {
      // without it the server may throw away the log that it wrote since; it goes with us
      sql.execute(
          "select pg_create_physical_replication_slot('backup_%s', true, true)"
              .formatted(UUID.randomUUID().toString().replace('-', '_')));
      var first = one(sql, "select pg_walfile_name(pg_backup_start('diestra', true))").getFirst();
      contents.cluster(LATER);
      to.bytes(Contents.CLUSTER + "/" + CONTROL, control(), MODE);
      var stop =
          one(
              sql,
              """
              select labelfile, spcmapfile, pg_walfile_name(lsn)
              from pg_backup_stop(wait_for_archive => false)
              """);
      if (!stop.get(1).isBlank()) {
        throw new Hindrance("its database has tablespaces, which no backup here knows.");
      }
      to.text(Contents.CLUSTER + "/backup_label", stop.getFirst());
      log(first, stop.get(2));
    }
  }

  private static List<String> one(Statement sql, String query) throws SQLException {
    try (var rows = sql.executeQuery(query)) {
      rows.next();
      var found = new ArrayList<String>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        var text = rows.getString(i);
        found.add(text == null ? "" : text);
      }
      return found;
    }
  }

  /** It is written in place: two readings that agree are not from within a writing. */
  private byte[] control() throws IOException {
    var file = cluster.resolve(CONTROL);
    var once = Files.readAllBytes(file);
    for (var again = Files.readAllBytes(file); !Arrays.equals(once, again); ) {
      once = again;
      again = Files.readAllBytes(file);
    }
    return once;
  }

  /** All segments from the beginning of the copying to its end, which closed the last of them. */
  private void log(String first, String last) throws IOException {
    List<Path> segments;
    try (var all = Files.list(cluster.resolve("pg_wal"))) {
      segments =
          all.filter(file -> between(first, String.valueOf(file.getFileName()), last))
              .sorted()
              .toList();
    }
    if (segments.isEmpty()
        || !segments.getFirst().endsWith(first)
        || !segments.getLast().endsWith(last)) {
      throw new IOException("the log from %s to %s is not there".formatted(first, last));
    }
    for (var segment : segments) {
      to.bytes(
          Contents.CLUSTER + "/pg_wal/" + segment.getFileName(), Files.readAllBytes(segment), MODE);
    }
  }

  private static boolean between(String first, String name, String last) {
    return name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
  }
}
