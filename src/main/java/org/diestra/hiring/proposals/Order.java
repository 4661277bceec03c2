package org.diestra.hiring.proposals;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By which column bids are ordered; the better one stands first. */
enum Order {
  TOTAL(Comparator.comparing(Line::monthly)),
  RATE(Comparator.comparing((Line line) -> line.said().price())),
  START(Comparator.comparing((Line line) -> line.said().start())),
  OVERLAP(
      Comparator.comparingInt((Line line) -> Objects.requireNonNullElse(line.sharedWeek(), 0))
          .reversed()),
  EXPERIENCE(Comparator.comparingInt(Line::weight).reversed()),
  RATING(
      Comparator.comparingDouble((Line line) -> line.rating().mean())
          .thenComparingInt(line -> line.rating().n())
          .reversed()),
  SENT(
      Comparator.comparing(
          (Line line) -> Optional.ofNullable(line.bid().sentAt()).orElse(Instant.EPOCH)));

  private final Comparator<Line> comparator;

  Order(Comparator<Line> comparator) {
    this.comparator = comparator;
  }

  /** Of equals, the one that was sent first. */
  Comparator<Line> comparator(boolean reversed) {
    return (reversed ? comparator.reversed() : comparator)
        .thenComparingInt(line -> line.bid().number());
  }

  static Optional<Order> read(@Nullable String slug) {
    return Arrays.stream(values()).filter(o -> o.slug().equals(slug)).findFirst();
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
