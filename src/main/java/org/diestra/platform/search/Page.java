package org.diestra.platform.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page as the index has it.
 *
 * @param docs in order
 * @param total counted so far; beyond {@link Found#EXACT} it only says that there are more
 * @param next where the next page begins, or null
 */
record Page(List<Integer> docs, int total, @Nullable Cursor next) {
  boolean broad() {
    return total > Found.EXACT;
  }
}
