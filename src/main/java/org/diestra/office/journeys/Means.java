package org.diestra.office.journeys;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a leg is travelled by, or where a night is spent. */
public enum Means {
  FLIGHT("plane"),
  TRAIN("train-front"),
  HOTEL("bed"),
  CAR("car"),
  OTHER("route");

  private final String icon;

  Means(String icon) {
    this.icon = icon;
  }

  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads what {@link #slug} wrote; empty for anything else. */
  public static Optional<Means> read(String slug) {
    return Arrays.stream(values()).filter(means -> means.slug().equals(slug)).findFirst();
  }

  public String key() {
    return "journeys.means." + slug();
  }

  public String icon() {
    return icon;
  }

  /** Whether whoever is on it is on the way: somebody may have a room and a car at once. */
  public boolean moves() {
    return this != HOTEL && this != CAR;
  }
}
