package org.diestra.platform.page;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How this visitor is served: person or guest, language, zone, theme. */
record Visit(Optional<Who> who, Locale locale, ZoneId zone, String theme) {
  static Visit of(Who who, String themeOfCookie) {
    var theme = who.theme();
    return new Visit(
        Optional.of(who),
        Locales.spoken(who.locale()) ? who.locale() : Locales.ENGLISH,
        who.zone(),
        theme == null ? themeOfCookie : theme);
  }

  Set<Audience> audiences() {
    return who.map(Who::audiences).orElse(Set.of(Audience.GUEST));
  }

  boolean isOneOf(Set<Audience> these) {
    return audiences().stream().anyMatch(these::contains);
  }
}
