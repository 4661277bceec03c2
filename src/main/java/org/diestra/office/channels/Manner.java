package org.diestra.office.channels;

import java.util.Locale;

/** In which state an article comes to a site. */
public enum Manner {
  /** It is there for everybody at its minute. */
  LIVE,
  /** It is handed over once it is approved, and the site lets it appear at its minute. */
  AHEAD,
  /** It waits there, at its minute, for somebody's review. */
  PENDING,
  /** It lies there, at its minute, as a draft. */
  DRAFT;

  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String key() {
    return "channels.manner." + slug();
  }
}
