package org.diestra.office.journeys;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The text in the barcode of a boarding pass (IATA Resolution 792, BCBP, format M): 23 characters
 * of head, then 37 for each leg, each with a field of its own size behind them. It says no hour and
 * of the day only which one of the year, so that the year is the one that lies nearest.
 */
final class BoardingPass {
  private static final int HEAD = 23;
  private static final int LEG = 37;
  private static final int MOST_LEGS = 4;
  private static final int HEX = 16;
  private static final int LONGEST = 1000;

  private BoardingPass() {}

  /** Whether a text begins as one does. */
  static boolean is(String text) {
    return text.length() >= HEAD + LEG - 3
        && text.length() <= LONGEST
        && text.matches("(?s)M[1-9][\\p{Print}]{20}[E ].*")
        && text.substring(HEAD + 7, HEAD + 13).matches("[A-Z]{6}");
  }

  /**
   * @param around a day near which the journey is
   * @return what it says, without hours; empty where it is none
   */
  static List<LegForm> read(String text, LocalDate around) {
    if (!is(text)) {
      return List.of();
    }
    var legs = new ArrayList<LegForm>();
    int count = Math.min(text.charAt(1) - '0', MOST_LEGS);
    int at = HEAD;
    for (int i = 0; i < count && text.length() >= at + LEG - 3; i++) {
      var padded = text.length() < at + LEG ? text + "00".repeat(2) : text;
      leg(padded.substring(at, at + LEG), around).ifPresent(legs::add);
      at += LEG + size(padded.substring(at + LEG - 2, at + LEG));
    }
    return legs;
  }

  private static int size(String hex) {
    return hex.matches("[0-9A-Fa-f]{2}") ? Integer.parseInt(hex, HEX) : 0;
  }

  private static Optional<LegForm> leg(String text, LocalDate around) {
    var from = text.substring(7, 10);
    var to = text.substring(10, 13);
    if (!(from + to).matches("[A-Z]{6}")) {
      return Optional.empty();
    }
    var day = day(text.substring(21, 24), around);
    return Optional.of(
        new LegForm(
            Means.FLIGHT.slug(),
            from,
            day.map(date -> date + "T").orElse(""),
            "",
            to,
            "",
            "",
            text.substring(13, 16).strip(),
            bare(text.substring(16, 21)),
            cabin(text.charAt(24)),
            text.substring(0, 7).strip(),
            bare(text.substring(25, 29)),
            "",
            ""));
  }

  /** Without the zeros that fill it up. */
  private static String bare(String field) {
    return field.strip().replaceFirst("^0+(?=.)", "");
  }

  /** A guess by the letters that most airlines use. */
  private static String cabin(char compartment) {
    return switch (compartment) {
      case 'F', 'P' -> Cabin.FIRST.slug();
      case 'C', 'J', 'D', 'Z' -> Cabin.BUSINESS.slug();
      case 'W' -> Cabin.PREMIUM.slug();
      default -> Cabin.ECONOMY.slug();
    };
  }

  /** The day of that number nearest to another; 366 is one of leap years only. */
  static Optional<LocalDate> day(String number, LocalDate around) {
    if (!number.matches("\\d{3}")) {
      return Optional.empty();
    }
    int nth = Integer.parseInt(number);
    return IntStream.rangeClosed(around.getYear() - 4, around.getYear() + 4)
        .mapToObj(Year::of)
        .flatMap(year ->
            nth >= 1 && nth <= year.length()
                ? Stream.of(year.atDay(nth))
                : Stream.<LocalDate>empty())
        .min(Comparator.comparingLong(day -> Math.abs(day.toEpochDay() - around.toEpochDay())));
  }
}
