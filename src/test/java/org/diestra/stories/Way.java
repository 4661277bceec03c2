package org.diestra.stories;

import java.util.Locale;

/** How a story is lived through: in which language, and whether scripts run. */
enum Way {
  SPANISH("es-ES", true),
  ENGLISH("en-GB", true),
  SPANISH_WITHOUT_SCRIPTS("es-ES", false);

  private final String locale;
  private final boolean scripts;

  Way(String locale, boolean scripts) {
    this.locale = locale;
    this.scripts = scripts;
  }

  /** As a browser asks for it. */
  String locale() {
    return locale;
  }

  String language() {
    return Locale.forLanguageTag(locale).getLanguage();
  }

  boolean scripts() {
    return scripts;
  }
}
