package org.diestra.hiring.screening;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the operator wants found.
 *
 * @param spanishName its name for operators who read Spanish, or empty
 * @param phrases one pattern a line, as {@link Phrase} reads it; empty for the other detectors
 * @param places where it holds
 * @param english what the writer is told
 * @param active off means kept but not applied
 * @param version grows with each change
 */
record Rule(
    RuleId id,
    String name,
    String spanishName,
    Detector detector,
    String phrases,
    Set<Place> places,
    Action action,
    String english,
    String spanish,
    boolean active,
    int version) {

  Rule {
    places = Set.copyOf(places);
  }

  /** Its name in an operator's language. */
  String called(Locale locale) {
    return locale.getLanguage().equals("es") && !spanishName.isEmpty() ? spanishName : name;
  }

  Optional<Finding> find(Tokens tokens) {
    var found =
        detector == Detector.PHRASES
            ? phrases
                .lines()
                .flatMap(l -> Phrase.read(l).stream())
                .flatMap(p -> p.find(tokens).stream())
                .findFirst()
            : detector.find(tokens.text());
    return found.map(excerpt -> new Finding(action, name, english, spanish, excerpt));
  }
}
