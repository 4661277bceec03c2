package org.diestra.hiring.screening;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A text that an operator should look at.
 *
 * @param href where it can be read
 * @param rule the name of the rule that found something
 * @param spanishRule the same in Spanish; where it has none, or is gone, the first
 * @param excerpt the words it found
 */
record Flag(
    UUID id,
    Place place,
    String href,
    String rule,
    String spanishRule,
    String excerpt,
    Instant at) {

  /** The rule's name in an operator's language. */
  String called(Locale locale) {
    return locale.getLanguage().equals("es") ? spanishRule : rule;
  }
}
