package org.diestra.platform.demo;

/** What one module shows in the demo: a bean of that module, played once in the life of a house. */
public interface DemoPart {
  /** Begins with the module's id: {@code jobs:open}. It is never played again under that name. */
  String name();

  /** Smaller comes earlier; a part may rely on all that came before it. */
  int order();

  /**
   * Parts with the same scene are played in one transaction, where the first of them stands, so
   * that nothing rings in between: no timer finds an old job without the contract it led to.
   */
  default String scene() {
    return name();
  }

  /** Plays it, in the transaction of its scene. */
  void play(Cast cast);
}
