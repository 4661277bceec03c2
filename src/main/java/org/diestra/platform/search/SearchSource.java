package org.diestra.platform.search;

import java.util.function.Consumer;

/**
 * Tells everything of one kind that the public may find, for an index that is made anew. Each owner
 * has one as a bean.
 */
public interface SearchSource {
  Kind kind();

  /**
   * Hands over every entry once, streaming: there may be a million. Runs on a thread of the search,
   * outside any transaction and for nobody: bind what the rows' policies ask for.
   */
  void each(Consumer<Entry> out);
}
