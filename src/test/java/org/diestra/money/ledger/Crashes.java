package org.diestra.money.ledger;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends the connections of the application that are moving money just now, as a crash of it would:
 * those that have somebody's money locked. What a crash does to timers and events is their own
 * tests' to say.
 */
@Component
public class Crashes implements AutoCloseable {
  private final JdbcClient jdbc;
  private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();

  Crashes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** After a while; gives how many connections it ended. */
  public Future<Integer> in(Duration wait) {
    return others.submit(() -> {
      Thread.sleep(wait);
      return now();
    });
  }

  private int now() {
    return jdbc.sql(
            """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where pid <> pg_backend_pid() and datname = current_database()
              and usename = current_user
              and pid in (select l.pid from pg_locks l where l.locktype = 'advisory' and l.granted)
            """)
        .query(Integer.class)
        .single();
  }

  @Override
  public void close() {
    others.close();
  }
}
