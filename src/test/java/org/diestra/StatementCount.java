package org.diestra;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The SQL statements that this thread sends while something is done: a page must send as many for
 * fifty rows as for two.
 */
public final class StatementCount {
  private static final String SENT = "Executing prepared SQL statement [";

  private StatementCount() {}

  /** What may throw. */
  public interface Action {
    void run() throws Exception;
  }

  /** In the order sent. */
  public static synchronized List<String> during(Action action) throws Exception {
    var log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    var sent = new Sent(Thread.currentThread());
    sent.start();
    var before = log.getLevel();
    boolean additive = log.isAdditive();
    log.addAppender(sent);
    log.setAdditive(false);
    log.setLevel(Level.DEBUG);
    try {
      action.run();
    } finally {
      log.setLevel(before);
      log.setAdditive(additive);
      log.detachAppender(sent);
    }
    return List.copyOf(sent.statements);
  }

  /** Listens in the thread that logs, so that it knows which one that is. */
  private static final class Sent extends AppenderBase<ILoggingEvent> {
    private final List<String> statements = new ArrayList<>();
    private final Thread thread;

    Sent(Thread thread) {
      this.thread = thread;
    }

    @Override
    protected void append(ILoggingEvent event) {
      var message = event.getFormattedMessage();
      if (Thread.currentThread() == thread && message.startsWith(SENT)) {
        statements.add(message.substring(SENT.length(), message.length() - 1));
      }
    }
  }
}
