package org.diestra.platform.base;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The eight kinds of work there are here: what a job asks, a profile shows and a contract opens.
 */
public enum Area {
  ADMIN,
  BOOKKEEPING,
  SOCIAL,
  BLOG,
  TRAVEL,
  APPOINTMENTS,
  DATA_ENTRY,
  FILES;

  /** As it stands in addresses, messages and the index: {@code data-entry}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads what {@link #slug} wrote; empty for anything else. */
  public static Optional<Area> read(String slug) {
    return Arrays.stream(values()).filter(area -> area.slug().equals(slug)).findFirst();
  }

  /** What this kind of work is called in the visitor's language. */
  public String key() {
    return "page.area." + slug();
  }
}
