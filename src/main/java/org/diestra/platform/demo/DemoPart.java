package org.diestra.platform.demo;

/** What one module shows in the demo: a bean of that module, played once in the life of a house. */
public interface DemoPart {
  /** Begins with the module's id: {@code jobs:open}. It is never played again under that name. */
  String name();

  /** Smaller comes earlier; a part may rely on all that came before it. */
  int order();

  /** Plays it, in one transaction. */
  void play(Cast cast);
}
