package org.diestra.office.journeys;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * One end of a leg, as the clock on the wall there shows it.
 *
 * @param code of an airport (IATA, three letters), or empty
 * @param name of the place, 1 to {@value #LONGEST} characters
 * @param local without seconds
 */
public record Stop(String code, String name, LocalDateTime local, ZoneId zone) {
  public static final int LONGEST = 120;

  public Stop {
    if (name.isEmpty() || !code.matches("([A-Z]{3})?")) {
      throw new IllegalArgumentException("a stop has a name, and a code of three letters or none");
    }
  }

  /** A time that the clocks jump over comes as much later; one that comes twice is the first. */
  public Instant at() {
    return local.atZone(zone).toInstant();
  }

  /** Short: the code, or the name where there is none. */
  public String label() {
    return code.isEmpty() ? name : code;
  }

  /** Whether both are the same place, as far as can be told. */
  boolean sameAs(Stop other) {
    return code.isEmpty() || other.code.isEmpty()
        ? name.equalsIgnoreCase(other.name)
        : code.equals(other.code);
  }
}
