package org.diestra.platform.backup;

/** A backup or its return can't be, and its message is the one line that says why. */
final class Hindrance extends RuntimeException {
  Hindrance(String line) {
    super(line);
  }

  Hindrance(String line, Throwable cause) {
    super(line, cause);
  }
}
