package org.diestra.platform.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.diestra.platform.base.Token;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of our own that lives in one folder and as long as this object. It survives what may
 * happen to it: a killed application (the next start stops the orphan), a killed server (started
 * again within a second or two), both at once (its own recovery), a second start (refused).
 */
public final class OwnPostgres implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OwnPostgres.class);
  private static final long LOOK_EVERY_MILLIS = 1000;

  private final FileChannel lock;
  private final Cluster cluster;
  private final Login application;
  private final Login owner;
  private boolean closed;

  /** How to sign in at the database. */
  record Login(String url, String user, String password) {}

  /**
   * Starts it, making it where there is none.
   *
   * @param folder its own folder, made if missing
   * @param durable false only where data may be lost: a commit does not wait for the disk
   * @throws CannotStart when another application has it, or the machine does not let it run
   */
  public static OwnPostgres in(Path folder, boolean durable) {
    try {
      var home = folder(folder);
      var lock = lock(home);
      try {
        return new OwnPostgres(home, lock, durable);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new CannotStart("DIESTRA_DATA: can't use %s: %s".formatted(folder, e), e);
    }
  }

  private OwnPostgres(Path home, FileChannel lock, boolean durable) throws IOException {
    this.lock = lock;
    clearLeftOvers(home);
    cluster = new Cluster(home, Account.reaching(home), durable);
    if (!cluster.exists()) {
      cluster.create(freshPassword(home));
    }
    cluster.clear();
    cluster.start();
    var url = "jdbc:postgresql://127.0.0.1:%d/".formatted(cluster.port());
    application = new Login(url + Roles.DATABASE, Roles.APPLICATION, Token.fresh().text());
    owner = new Login(url + Roles.DATABASE, Roles.OWNER, Token.fresh().text());
    try {
      Roles.prepare(url, Files.readString(home.resolve("password")), owner, application);
    } catch (SQLException e) {
      cluster.stop();
      throw new CannotStart("PostgreSQL in %s refuses us: %s".formatted(home, e.getMessage()), e);
    }
    Thread.ofPlatform().daemon().name("postgres-watch").start(this::watch);
  }

  /** For the application: reads and writes rows, owns nothing. */
  Login application() {
    return application;
  }

  /** For migrations: owns the database and all tables. */
  Login owner() {
    return owner;
  }

  private static Path folder(Path folder) throws IOException {
    DataFolder.make(folder);
    return folder.toRealPath();
  }

  static FileChannel lock(Path home) throws IOException {
    var channel =
        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException here) {
      // another part of this very process has it: the same answer
    }
    channel.close();
    throw new CannotStart(
        "DIESTRA_DATA: %s is in use by another Diestra that is running."
            .formatted(home.getParent()));
  }

  /** What a start that was broken off had begun; with the lock held, nobody works on it. */
  private static void clearLeftOvers(Path home) throws IOException {
    try (var halves = Files.newDirectoryStream(home, "new-*")) {
      for (var half : halves) {
        try {
          FileSystemUtils.deleteRecursively(half);
        } catch (IOException stillWritten) {
          log.debug("left for the next start: {}", half, stillWritten);
        }
      }
    }
  }

  private static String freshPassword(Path home) throws IOException {
    var file = home.resolve("password");
    Files.deleteIfExists(file);
    Files.createFile(file);
    Files.setPosixFilePermissions(file, Binaries.permissions(0600));
    var password = Token.fresh().text();
    Files.writeString(file, password);
    return password;
  }

  /** The server is no child of ours, so that nobody tells us of its death: we look. */
  private void watch() {
    while (!isClosed()) {
      try {
        Thread.sleep(LOOK_EVERY_MILLIS);
        heal();
      } catch (IOException | CannotStart e) {
        log.warn("PostgreSQL does not come back, trying again: {}", e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private synchronized void heal() throws IOException {
    if (!closed && !cluster.isRunning()) {
      log.warn("PostgreSQL was gone; starting it again");
      cluster.startAgain();
    }
  }

  /** Stops it, all commits on disk; the lock goes last. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (lock) {
      if (cluster.isRunning()) {
        cluster.stop();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
