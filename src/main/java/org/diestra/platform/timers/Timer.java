package org.diestra.platform.timers;

import java.time.Instant;

/**
 * What happens when something falls due: a bean of the module that owns it. It rings on behalf of
 * the house, outside of any transaction, at least once: after a crash it may ring again, so it
 * looks first whether there is still something to do. What it throws is tried again, over two days
 * or so, and then left to the operator.
 *
 * @param name begins with the module's id: {@code jobs:pause}
 */
public record Timer(String name, Ring ring) {
  public Timer {
    Names.check(name);
  }

  /** What is done, for which key, and for which instant it had been set. */
  @FunctionalInterface
  public interface Ring {
    void ring(String key, Instant dueAt) throws Exception;
  }
}
