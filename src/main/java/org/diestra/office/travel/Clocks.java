package org.diestra.office.travel;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.diestra.office.journeys.Stop;

/** How times and lengths of journeys are written, the same in every language. */
final class Clocks {
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("O", Locale.ROOT);
  private static final int MINUTES = 60;

  private Clocks() {}

  /** {@code GMT+1}, as it holds at that time. */
  static String offset(Stop stop) {
    return OFFSET.format(stop.at().atZone(stop.zone()));
  }

  /** {@code 2 h 25 min}, the signs of ISO 80000-3; the days of a stay in hours as well. */
  static String length(Duration length) {
    long hours = length.toHours();
    int minutes = length.toMinutesPart();
    if (hours == 0) {
      return minutes + " min";
    }
    return minutes % MINUTES == 0 ? hours + " h" : hours + " h " + minutes + " min";
  }
}
