package org.diestra.office.journeys;

import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/** Reads what somebody typed into a form of travel, where nobody may leave a card’s number. */
public record Cardless(Problems problems) {

  /** One line of at most so many characters, which may be empty. */
  public String line(String field, @Nullable String typed, int most) {
    return clean(field, new Typed(problems).line(field, typed, most));
  }

  /**
   * The same, but not empty.
   *
   * @param missing the message that says what belongs here
   */
  public String line(String field, @Nullable String typed, int most, String missing) {
    return clean(field, new Typed(problems).line(field, typed, most, missing));
  }

  /** Several lines of at most so many characters, which may be empty. */
  public String text(String field, @Nullable String typed, int most) {
    return clean(field, new Typed(problems).text(field, typed, most));
  }

  private String clean(String field, String text) {
    if (CardNumbers.in(text)) {
      problems.add(field, "journeys.card");
    }
    return text;
  }
}
