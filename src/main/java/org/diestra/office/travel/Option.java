package org.diestra.office.travel;

import java.time.Instant;
import org.diestra.office.journeys.Journey;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * One way to travel, as it was found.
 *
 * @param place its letter on the sheet, 1 to {@link #MOST}
 * @param total for all travellers and all legs
 * @param capturedAt when the price was seen
 * @param validUntil until when it holds; not at that instant any more
 * @param rules what changing it or calling it off costs
 * @param source where it was seen
 * @param unfit why it is outside of what the client wants, or null where it is within
 * @param writtenBy who wrote what it says now
 */
record Option(
    OptionId id,
    TripId trip,
    int place,
    String name,
    Money total,
    Instant capturedAt,
    Instant validUntil,
    String rules,
    String baggage,
    String source,
    @Nullable String unfit,
    PersonId writtenBy,
    Journey journey) {
  /** How many a sheet has. */
  static final int FEWEST = 2;

  static final int MOST = 5;
  static final int MOST_LEGS = 12;
  static final int LONGEST_NAME = 120;
  static final int LONGEST_RULES = 600;
  static final int LONGEST_SOURCE = 300;

  boolean holds(Instant now) {
    return validUntil.isAfter(now);
  }

  /** A, B, C … as people call it. */
  String letter() {
    return String.valueOf((char) ('A' + place - 1));
  }
}
