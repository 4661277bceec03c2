package org.diestra.platform.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A data folder as a program sees it that works beside the house: what keeps a backup, or brings
 * one back.
 */
public final class KeptData {
  private KeptData() {}

  /** Major version of the PostgreSQL that this build carries. */
  public static int postgres() {
    return Cluster.MAJOR;
  }

  /** Names of all migrations that this build knows, as {@code jobs/V1__jobs.sql}. */
  public static List<String> migrations() throws IOException {
    return Migrations.names();
  }

  /** Where the database's own files lie. */
  public static Path cluster(Path data) {
    return data.resolve("postgres").resolve("cluster");
  }

  /**
   * Signs in as the superuser at the server that works on that folder; empty where none runs.
   *
   * @throws SQLException when one runs and does not let us in: it may be starting or stopping
   */
  public static Optional<Connection> connect(Path data) throws IOException, SQLException {
    var files = cluster(data.toRealPath());
    if (!Cluster.isRunning(files)) {
      return Optional.empty();
    }
    var port = Cluster.portOf(files);
    if (port.isEmpty()) {
      throw new SQLException("the server is starting or stopping");
    }
    var password = Files.readString(data.resolve("postgres").resolve("password"));
    return Optional.of(
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port.getAsInt(), Roles.DATABASE),
            "postgres",
            password));
  }

  /**
   * Keeps every start away from that folder until it is closed.
   *
   * @throws CannotStart when a house has it
   */
  public static Closeable hold(Path data) throws IOException {
    return OwnPostgres.lock(data.toRealPath().resolve("postgres"));
  }

  /** Makes the folder, with the rights that a start would give it. */
  public static void make(Path data) throws IOException {
    DataFolder.make(data);
  }
}
