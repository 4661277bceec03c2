package org.diestra.platform.data;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints the one line of a {@link CannotStart} instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailure implements SpringBootExceptionReporter {
  @Override
  @SuppressWarnings(
      "SystemOut") // there may be no logging yet, and it is for the person who started
  public boolean reportException(Throwable failure) {
    var line = line(failure);
    if (line == null) {
      return false;
    }
    System.err.println(line);
    return true;
  }

  static @Nullable String line(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof CannotStart) {
        return t.getMessage();
      }
      if (t instanceof PortInUseException taken) {
        return "DIESTRA_PORT: port %d is in use; choose another one.".formatted(taken.getPort());
      }
    }
    return null;
  }
}
