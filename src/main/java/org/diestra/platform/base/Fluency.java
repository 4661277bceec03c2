package org.diestra.platform.base;

import java.util.Locale;
import java.util.Optional;

/**
 * A language somebody works in.
 *
 * @param language ISO 639-1 code in lower case: es, en, fr …
 * @param level the Common European Framework's
 */
public record Fluency(String language, Level level) {
  private static final java.util.Set<String> KNOWN = java.util.Set.of(Locale.getISOLanguages());

  /** CEFR levels; NATIVE stands above C2 and satisfies any. */
  public enum Level {
    A1,
    A2,
    B1,
    B2,
    C1,
    C2,
    NATIVE
  }

  public Fluency {
    if (!KNOWN.contains(language)) {
      throw new IllegalArgumentException("not an ISO 639-1 code: " + language);
    }
  }

  public boolean satisfies(Fluency asked) {
    return language.equals(asked.language) && level.compareTo(asked.level) >= 0;
  }

  /** Reads {@code es-C1}, as the database, the index and addresses have it. */
  public static Optional<Fluency> read(String text) {
    int dash = text.indexOf('-');
    try {
      return dash < 0
          ? Optional.empty()
          : Optional.of(
              new Fluency(text.substring(0, dash), Level.valueOf(text.substring(dash + 1))));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  /** The language's name in another: "Spanish", "español". */
  public String name(Locale in) {
    return Locale.of(language).getDisplayLanguage(in);
  }

  @Override
  public String toString() {
    return language + "-" + level;
  }
}
