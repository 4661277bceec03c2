package org.diestra.office.journeys;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A part of a journey: what is travelled on, from where to where. A hotel's ends are its check-in
 * and check-out.
 *
 * @param carrier who runs it, as people write it: {@code IB}, {@code Renfe}, a hotel's name; or
 *     empty
 * @param number of the flight or train, or empty
 * @param cabin null where nobody said
 * @param booking the code under which it is booked, or empty
 * @param km how far it is where somebody said so; 0 where it is to be counted out. 0 to {@value
 *     #FARTHEST}
 */
public record Leg(
    Means means,
    Stop from,
    Stop to,
    String carrier,
    String number,
    @Nullable Cabin cabin,
    String booking,
    String seat,
    String note,
    int km) {
  public static final int LONGEST_NAME = 80;
  public static final int LONGEST_CODE = 20;
  public static final int LONGEST_NOTE = 500;
  public static final int FARTHEST = 25_000;

  public Leg {
    if (to.at().isBefore(from.at()) || km < 0 || km > FARTHEST) {
      throw new IllegalArgumentException("a leg ends after it began");
    }
  }

  /** By a stop watch, whatever the clocks at both ends did meanwhile. */
  public Duration length() {
    return Duration.between(from.at(), to.at());
  }

  /** How the clock on the wall differs at the end: +9 h to Tokyo in winter. */
  public Duration shift() {
    var before = from.zone().getRules().getOffset(from.at());
    var after = to.zone().getRules().getOffset(to.at());
    return Duration.ofSeconds(after.getTotalSeconds() - before.getTotalSeconds());
  }

  /** How many days later the calendar shows at the end: −1 over the date line to the east. */
  public long days() {
    return ChronoUnit.DAYS.between(from.local().toLocalDate(), to.local().toLocalDate());
  }

  /** What people call it: {@code IB 3170}; empty where nobody said. */
  public String called() {
    return (carrier + " " + number).strip();
  }

  /** {@code VLC → FRA}, or one name where both ends are there. */
  public String route() {
    return from.sameAs(to) ? from.name() : from.label() + " → " + to.label();
  }

  /**
   * Whether both say the same ride: by kind, day of departure and number, or by the places where
   * none has a number.
   */
  public boolean same(Leg other) {
    return means == other.means
        && from.local().toLocalDate().equals(other.from.local().toLocalDate())
        && from.sameAs(other.from)
        && to.sameAs(other.to)
        && (plain(called()).equals(plain(other.called())) || called().isEmpty());
  }

  private static String plain(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]|(?<=\\D)0+(?=\\d)", "")
        .toUpperCase(java.util.Locale.ROOT);
  }
}
