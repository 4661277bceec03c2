package org.diestra.platform.search;

import java.util.Locale;

/**
 * What can be found. A new kind needs a {@link SearchSource} and its weights in {@link Ranking}.
 */
public enum Kind {
  JOB,
  ASSISTANT;

  /** As it stands in the index. */
  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What such things are called in the visitor's language. */
  String key() {
    return "search.kind." + slug();
  }
}
