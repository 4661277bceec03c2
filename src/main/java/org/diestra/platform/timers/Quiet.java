package org.diestra.platform.timers;

/**
 * Says whether a module has nothing under way besides timers and events: a bean of a module that
 * works on its own threads. A moved test clock answers when all are quiet.
 */
@FunctionalInterface
public interface Quiet {
  boolean isQuiet();
}
