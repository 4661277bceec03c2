package org.diestra.office.journeys;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a leg emits, as an estimate that names its factor: the UK Government’s greenhouse gas
 * conversion factors for company reporting 2025 (DESNZ, Scope 3, Business travel), in kg CO₂e a
 * passenger-km. Those of flights count radiative forcing and hold the 8 % by which planes fly more
 * than the great circle; short is up to 3,700 km (ADR 0059).
 *
 * @param km how far it is
 * @param factor the message that names the factor
 * @param perKm kg CO₂e a passenger-km
 */
public record Carbon(long km, String factor, double perKm) {
  /** Kilometres up to which DESNZ counts a flight as short. */
  static final double SHORT = 3_700;

  static final double RAIL = 0.03546;
  static final double CAR = 0.16725; // average car, fuel unknown; a km of the car

  /** For one traveller, in whole kg. */
  public long kg() {
    return Math.round(km * perKm);
  }

  /** Empty where nobody knows how far it is, or it does not move. */
  public static Optional<Carbon> of(Leg leg) {
    return km(leg)
        .flatMap(km ->
            switch (leg.means()) {
              case FLIGHT -> Optional.of(flight(km, leg.cabin()));
              case TRAIN -> Optional.of(new Carbon(Math.round(km), "journeys.factor.rail", RAIL));
              case CAR -> Optional.of(new Carbon(Math.round(km), "journeys.factor.car", CAR));
              case HOTEL, OTHER -> Optional.empty();
            });
  }

  private static Optional<Double> km(Leg leg) {
    if (leg.km() > 0) {
      return Optional.of((double) leg.km());
    }
    if (leg.means() != Means.FLIGHT) {
      return Optional.empty();
    }
    return Places.find(leg.from().code())
        .flatMap(from -> Places.find(leg.to().code()).map(from::distanceTo));
  }

  private static Carbon flight(double km, @Nullable Cabin cabin) {
    boolean near = km <= SHORT;
    double factor =
        switch (cabin == null ? Cabin.ECONOMY : cabin) {
          case ECONOMY -> near ? 0.12576 : 0.11704;
          case PREMIUM -> near ? 0.12576 : 0.18726;
          case BUSINESS -> near ? 0.18863 : 0.3394;
          case FIRST -> near ? 0.18863 : 0.46814;
        };
    return new Carbon(
        Math.round(km), near ? "journeys.factor.short" : "journeys.factor.long", factor);
  }
}
