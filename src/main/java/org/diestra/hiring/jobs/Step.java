package org.diestra.hiring.jobs;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The pages on which a job is written, in their order. */
enum Step {
  WORK,
  QUESTIONS,
  CONDITIONS,
  INSTRUCTIONS,
  PREVIEW;

  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Where the writing goes on after this step.
   *
   * @param then what the button said: preview, or anything else for the next step
   */
  Step onward(@Nullable String then) {
    return PREVIEW.slug().equals(then)
        ? PREVIEW
        : values()[Math.min(ordinal() + 1, PREVIEW.ordinal())];
  }
}
