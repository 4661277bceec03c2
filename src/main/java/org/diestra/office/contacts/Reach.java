package org.diestra.office.contacts;

import java.util.Locale;

/** How far somebody may go in a book. */
public enum Reach {
  /** Not at all. */
  NONE,
  READ,
  WRITE,
  /** Write, and say how far others go. */
  KEEP;

  public boolean reads() {
    return this != NONE;
  }

  public boolean writes() {
    return compareTo(WRITE) >= 0;
  }

  /** As it stands in messages and forms. */
  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Reach read(String slug) {
    for (var reach : values()) {
      if (reach.slug().equals(slug)) {
        return reach;
      }
    }
    return NONE;
  }
}
