package org.diestra.office.journeys;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The class of a seat, the lowest first. */
public enum Cabin {
  ECONOMY,
  PREMIUM,
  BUSINESS,
  FIRST;

  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads what {@link #slug} wrote; empty for anything else. */
  public static Optional<Cabin> read(String slug) {
    return Arrays.stream(values()).filter(cabin -> cabin.slug().equals(slug)).findFirst();
  }

  public String key() {
    return "journeys.cabin." + slug();
  }
}
