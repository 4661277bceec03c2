package org.diestra.money.payouts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a bank sends money back, as far as it matters to whoever has to mend it. */
enum ReturnReason {
  /** There is no such account (AC01). */
  UNKNOWN,
  /** It is closed or blocked (AC04, AC06). */
  CLOSED,
  /** It is somebody else's name (BE01). */
  NAME,
  /** The bank does not say, or says something else. */
  OTHER;

  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ReturnReason> of(String slug) {
    return Arrays.stream(values()).filter(r -> r.slug().equals(slug)).findFirst();
  }
}
