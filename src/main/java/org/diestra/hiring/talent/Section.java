package org.diestra.hiring.talent;

import java.util.Locale;

/** The pages a profile is edited on, in the order of the menu. */
enum Section {
  BASICS("user-round"),
  AREAS("layers"),
  SAMPLES("images"),
  LANGUAGES("languages"),
  HOURS("clock"),
  RATE("coins"),
  SERVICES("package"),
  HISTORY("briefcase"),
  ADDRESS("link");

  private final String icon;

  Section(String icon) {
    this.icon = icon;
  }

  String icon() {
    return icon;
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  String href() {
    return "/profile/" + slug();
  }

  String key() {
    return "talent.section." + slug();
  }
}
