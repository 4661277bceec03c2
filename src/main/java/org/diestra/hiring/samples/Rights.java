package org.diestra.hiring.samples;

import java.util.Locale;
import java.util.Optional;

/** Why somebody may show a piece of work; declared by them when they bring it. */
public enum Rights {
  /** Made by themselves, for nobody or for themselves. */
  OWN,
  /** Made for a client, who agrees that it is shown. */
  AGREED,
  /** Made for a client, with everything taken out that could tell whose it was. */
  ANONYMISED;

  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String key() {
    return "samples.rights." + slug();
  }

  static Optional<Rights> read(String slug) {
    for (var rights : values()) {
      if (rights.slug().equals(slug)) {
        return Optional.of(rights);
      }
    }
    return Optional.empty();
  }
}
