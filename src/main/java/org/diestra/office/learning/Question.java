package org.diestra.office.learning;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.diestra.office.manuals.ProcedureId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A question on a step.
 *
 * @param number the version it was asked on
 * @param stepTitle as it was called then
 * @param text 1–2,000 characters, Markdown
 * @param answer at most 4,000 characters, Markdown; null while there is none
 */
record Question(
    QuestionId id,
    ProcedureId procedure,
    int number,
    UUID step,
    String stepTitle,
    PersonId asker,
    String text,
    Instant askedAt,
    State state,
    @Nullable String answer,
    @Nullable PersonId answeredBy,
    @Nullable Instant answeredAt) {
  static final int LONGEST = 2_000;
  static final int LONGEST_ANSWER = 4_000;

  /** So many questions on one step show that it is not clear. */
  static final int AMBIGUOUS = 3;

  /** {@code ASKED → ANSWERED → FOLDED_IN | NO_CHANGE}. */
  enum State {
    ASKED,
    ANSWERED,
    /** The manual says it now. */
    FOLDED_IN,
    /** It was clear enough, or concerned one case. */
    NO_CHANGE;

    String key() {
      return "learning.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
