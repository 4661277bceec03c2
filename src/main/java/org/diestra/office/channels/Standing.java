package org.diestra.office.channels;

import java.util.Locale;

/** What may stand on a channel without a word for each: the client alone says so. */
public enum Standing {
  /** Everything waits for the client's word. */
  NONE,
  /** What one of the client's who approves has written. */
  OWN,
  /** All that is handed in. */
  ALL;

  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String key() {
    return "channels.standing." + slug();
  }
}
