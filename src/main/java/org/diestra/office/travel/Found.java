package org.diestra.office.travel;

import java.time.Instant;
import java.util.List;
import org.diestra.office.journeys.Leg;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was found for a trip, before it is one of its options.
 *
 * @param unfit why it is outside of what the client wants, or null
 */
record Found(
    String name,
    Money total,
    Instant validUntil,
    String rules,
    String baggage,
    String source,
    @Nullable String unfit,
    List<Leg> legs) {
  Found {
    legs = List.copyOf(legs);
  }
}
