package org.diestra.platform.timers;

import java.time.Instant;

/**
 * A timer that failed for the last time and waits for an operator.
 *
 * @param failures how often it was tried
 * @param error what it said the last time
 * @param at when it was given up
 */
public record GivenUp(
    String timer, String key, Instant dueAt, int failures, String error, Instant at) {

  /** The message that says in plain words what it does; see {@link Names#words}. */
  String nameKey() {
    return Names.words(timer);
  }
}
