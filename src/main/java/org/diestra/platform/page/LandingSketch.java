package org.diestra.platform.page;

import java.time.ZoneId;
import java.util.List;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.WorkWeek.Span;

/** The made-up bids of the picture on the front page. */
final class LandingSketch {
  private static final ZoneId VALENCIA = ZoneId.of("Europe/Madrid");

  static final List<Bid> BIDS =
      List.of(
          new Bid("R", "Bogotá", 9, 1200, new Span(14, 22), new Span(14, 19), true),
          new Bid("O", "Casablanca", 4, 1300, new Span(9, 17), new Span(9, 17), false),
          new Bid("M", "Manila", 12, 1400, new Span(3, 11), new Span(9, 11), false));

  private LandingSketch() {}

  record Bid(String initial, String city, int years, DayBar hours, Money rate, boolean kept) {
    Bid(String initial, String city, int years, long cents, Span own, Span both, boolean kept) {
      this(
          initial,
          city,
          years,
          new DayBar(List.of(own), List.of(both), VALENCIA),
          Money.of(cents, "EUR"),
          kept);
    }
  }
}
