package org.diestra.hiring.screening;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diestra.platform.base.Wording;

/**
 * One rule's find in a text.
 *
 * @param rule the rule's name, for the operator
 * @param english what the writer is told
 * @param spanish the same in Spanish
 * @param excerpt the words that were found, at most 80 characters
 */
public record Finding(Action action, String rule, String english, String spanish, String excerpt)
    implements Wording {
  /** What the writer is told, in that language. */
  public String advice(Locale locale) {
    return locale.getLanguage().equals("es") ? spanish : english;
  }

  @Override
  public String in(Locale locale) {
    return advice(locale);
  }

  /** The gravest thing to do about all of them; empty where nothing was found. */
  public static Optional<Action> gravest(List<Finding> findings) {
    return findings.stream().map(Finding::action).max(Comparator.naturalOrder());
  }
}
