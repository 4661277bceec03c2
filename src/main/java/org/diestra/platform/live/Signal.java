package org.diestra.platform.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Hears from PostgreSQL who has news, on whichever node it was told: one connection of its own, as
 * one of the pool would be given to others. While it is down, {@link #isUp} is false and the
 * switchboard looks for itself.
 */
@Component
class Signal {
  private static final Logger LOG = LoggerFactory.getLogger(Signal.class);
  private static final Duration QUIET = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int ANSWERS_WITHIN = 5; // seconds

  private final JdbcConnectionDetails database;
  private volatile boolean up;
  private volatile @Nullable Connection connection;
  private volatile @Nullable Thread thread;

  Signal(JdbcConnectionDetails database) {
    this.database = database;
  }

  boolean isUp() {
    return up;
  }

  /**
   * @param someone is told who has news; null for everybody, for whom there may be some
   */
  void start(Consumer<@Nullable List<PersonId>> someone) {
    var listening =
        Thread.ofPlatform().daemon().name("live-signal").unstarted(() -> listen(someone));
    thread = listening; // before it runs: it ends as soon as it finds another here
    listening.start();
  }

  void stop() {
    var running = thread;
    thread = null;
    close();
    if (running != null) {
      running.interrupt();
    }
  }

  /** Cuts the connection as a fault of the network would. */
  void close() {
    up = false;
    try (var open = connection) {
      connection = null;
    } catch (SQLException gone) {
      LOG.debug("the connection was gone already", gone);
    }
  }

  private void listen(Consumer<@Nullable List<PersonId>> someone) {
    while (thread == Thread.currentThread()) {
      try (var open = open()) {
        up = true;
        someone.accept(null); // for what was told while nobody listened
        hear(open, someone);
      } catch (SQLException e) {
        if (up) {
          LOG.warn("live events are polled until the database answers: {}", e.getMessage());
        }
      }
      up = false;
      pause();
    }
  }

  private Connection open() throws SQLException {
    var open =
        DriverManager.getConnection(
            database.getJdbcUrl(), database.getUsername(), database.getPassword());
    connection = open;
    try (var sql = open.createStatement()) {
      sql.execute("listen " + LiveStore.CHANNEL);
    }
    return open;
  }

  private void hear(Connection open, Consumer<@Nullable List<PersonId>> someone)
      throws SQLException {
    var postgres = open.unwrap(PGConnection.class);
    while (thread == Thread.currentThread()) {
      var heard = postgres.getNotifications((int) QUIET.toMillis());
      if (heard == null || heard.length == 0) {
        if (!open.isValid(ANSWERS_WITHIN)) {
          throw new SQLException("no answer within " + ANSWERS_WITHIN + " seconds");
        }
        continue;
      }
      for (var each : heard) {
        someone.accept(people(each));
      }
    }
  }

  private static @Nullable List<PersonId> people(PGNotification heard) {
    var text = heard.getParameter();
    return text.equals(LiveStore.EVERYBODY)
        ? null
        : List.of(text.split(",")).stream()
            .flatMap(name -> Ids.read(name).stream())
            .map(PersonId::new)
            .toList();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
