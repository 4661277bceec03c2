package org.diestra.platform.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found. The owner reads the rows by id and leaves out what may no longer be
 * seen: the index may be a second behind.
 *
 * @param ids in order
 * @param total how many there are, exact up to {@link #EXACT}
 * @param more there are more than {@code total}: write "1,000+"
 * @param counts for each counted facet, how many each value has, the most frequent first; a facet
 *     that is narrowed is counted as if it were not. Of more than 1,000 found, up to 30 s old
 * @param next what the next page begins after, or null on the last one
 * @param correction a likelier spelling, or null
 * @param relaxed nothing has all the words; these have at least half of them
 */
public record Found(
    List<UUID> ids,
    int total,
    boolean more,
    Map<Facet, Map<String, Integer>> counts,
    @Nullable String next,
    @Nullable Correction correction,
    boolean relaxed) {

  /** Up to here a count is exact. */
  public static final int EXACT = 1_000;

  /** Of more matches, so many are compared whole at a time. */
  static final int WINDOW = 400;

  /**
   * @param words the words as they were probably meant
   * @param applied true: these are the results for it, since nothing has the word that was typed;
   *     false: the word exists, and this is a question back
   */
  public record Correction(String words, boolean applied) {}
}
