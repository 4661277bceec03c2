package org.diestra.platform.backup;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.diestra.platform.data.KeptData;

/**
 * What a backup says of itself, first of all that is in it.
 *
 * @param format of the file itself
 * @param postgres major version of the database's files, which no other can read
 * @param at when it was begun
 * @param migrations of the build that made it
 */
record Header(int format, int postgres, Instant at, List<String> migrations) {
  static final String NAME = "backup.txt";

  private static final int FORMAT = 1;

  static Header ofThisBuild(Instant at) throws IOException {
    return new Header(FORMAT, KeptData.postgres(), at, KeptData.migrations());
  }

  String text() {
    return """
    format=%d
    postgres=%d
    at=%s
    migrations=%s
    """
        .formatted(format, postgres, at, String.join(" ", migrations));
  }

  /**
   * @throws Hindrance if it is no such text
   */
  static Header read(String text) {
    var values = new HashMap<String, String>();
    text.lines()
        .map(line -> line.split("=", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> values.put(parts[0], parts[1]));
    try {
      return new Header(
          Integer.parseInt(values.getOrDefault("format", "")),
          Integer.parseInt(values.getOrDefault("postgres", "")),
          Instant.parse(values.getOrDefault("at", "")),
          List.of(values.getOrDefault("migrations", "").split(" ")));
    } catch (RuntimeException e) {
      throw new Hindrance("its first lines can't be read.", e);
    }
  }

  /**
   * A database knows no way back, neither to an older PostgreSQL nor to an older Diestra.
   *
   * @throws Hindrance if this build can't serve what is in it
   */
  void requireReadable() throws IOException {
    if (format != FORMAT) {
      throw new Hindrance(
          "it has format %d, and this Diestra reads %d: take the one that made it, or a newer."
              .formatted(format, FORMAT));
    }
    if (postgres != KeptData.postgres()) {
      throw new Hindrance(
          ("its database is of PostgreSQL %d, and this Diestra has %d:"
                  + " bring it back with the Diestra that made it.")
              .formatted(postgres, KeptData.postgres()));
    }
    var unknown = new TreeSet<>(migrations);
    KeptData.migrations().forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new Hindrance(
          "a newer Diestra made it (this one does not know %s): bring it back with that one."
              .formatted(unknown.first()));
    }
  }
}
