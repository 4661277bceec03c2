package org.diestra.work.engagements;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A move, as a browser sends it.
 *
 * @param what which of the moves it is: what was typed is shown again at that one
 * @param seen the version that was on the page
 * @param day the last day, for a notice
 */
record MoveForm(@Nullable String what, int seen, @Nullable String words, @Nullable String day) {
  static final MoveForm BLANK = new MoveForm("", 0, "", "");
  private static final int LONGEST = 2000;

  /** One that needs no words. */
  static MoveForm of(int seen) {
    return new MoveForm("", seen, "", "");
  }

  /** What was said, or null for nothing. */
  @Nullable String read(Problems problems, boolean needed) {
    var typed = new Typed(problems);
    var said =
        needed
            ? typed.text("words", words, LONGEST, "engagements.words.missing")
            : typed.text("words", words, LONGEST);
    return said.isEmpty() ? null : said;
  }

  /** Empty for what is no day. */
  Optional<LocalDate> lastDay() {
    try {
      return Optional.of(LocalDate.parse(day == null ? "" : day));
    } catch (DateTimeParseException wrong) {
      return Optional.empty();
    }
  }
}
