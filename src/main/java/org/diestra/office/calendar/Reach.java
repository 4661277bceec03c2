package org.diestra.office.calendar;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far somebody may go in a calendar; each includes those before. */
public enum Reach {
  /** Sees which times are taken, and by nothing. */
  BUSY,
  READ,
  WRITE,
  /** Also shares it, names it and takes it away. */
  MANAGE;

  public boolean reads() {
    return compareTo(READ) >= 0;
  }

  public boolean writes() {
    return compareTo(WRITE) >= 0;
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  String key() {
    return "calendar.reach." + slug();
  }

  int number() {
    return ordinal() + 1;
  }

  static Reach of(int number) {
    return values()[number - 1];
  }

  static Optional<Reach> of(@Nullable String slug) {
    for (var reach : values()) {
      if (reach.slug().equals(slug)) {
        return Optional.of(reach);
      }
    }
    return Optional.empty();
  }
}
