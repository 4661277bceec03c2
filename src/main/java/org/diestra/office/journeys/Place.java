package org.diestra.office.journeys;

import java.time.ZoneId;
import java.util.Locale;

/**
 * An airport.
 *
 * @param code IATA's, three letters
 * @param country ISO 3166-1, two letters
 * @param latitude in degrees, north above zero
 * @param longitude in degrees, east above zero
 */
public record Place(
    String code,
    String name,
    String city,
    String country,
    double latitude,
    double longitude,
    ZoneId zone) {
  /** Mean radius of the Earth (IUGG, R₁). */
  private static final double RADIUS = 6371.0088; // km

  /** {@code Valencia (VLC)}. */
  public String label() {
    return (city.isEmpty() ? name : city) + " (" + code + ")";
  }

  public String countryName(Locale reader) {
    return Locale.of("", country).getDisplayCountry(reader);
  }

  /** Along the great circle, by the haversine formula; in km, right to about 0.5 %. */
  public double distanceTo(Place other) {
    double north = Math.toRadians(other.latitude - latitude);
    double east = Math.toRadians(other.longitude - longitude);
    double h =
        haversine(north)
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * haversine(east);
    return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  private static double haversine(double angle) {
    double half = Math.sin(angle / 2);
    return half * half;
  }
}
