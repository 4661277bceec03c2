package org.diestra.work.tasks;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is missing, and of what that was agreed: of a criterion or of a step of the manual.
 *
 * @param cited what that is called, 1–300 characters
 * @param words 1–2,000 characters
 */
record Remark(@Nullable UUID criterion, @Nullable UUID step, String cited, String words) {
  static final int LONGEST = 2_000;
}
