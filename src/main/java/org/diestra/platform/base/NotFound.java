package org.diestra.platform.base;

/**
 * There is no such thing, or it is not this person's to see: both look alike (404). Thrown by a
 * door, never caught by a feature.
 */
public final class NotFound extends RuntimeException {
  public NotFound() {
    super("not found", null, false, false);
  }
}
