package org.diestra.platform.data;

/**
 * The house cannot start as things are, and somebody outside can change that. The message is the
 * one line they read: what is wrong, and what to do.
 */
public final class CannotStart extends RuntimeException {
  public CannotStart(String line) {
    super(line);
  }

  public CannotStart(String line, Throwable cause) {
    super(line, cause);
  }
}
