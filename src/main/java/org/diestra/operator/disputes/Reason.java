package org.diestra.operator.disputes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diestra.work.contracts.Side;
import org.jspecify.annotations.Nullable;

/** Why somebody opens a dispute, in short. */
enum Reason {
  NOT_AS_AGREED(Side.CLIENT),
  LATE(Side.CLIENT),
  SILENCE(null),
  REFUSED_WRONGLY(Side.ASSISTANT),
  MORE_THAN_AGREED(Side.ASSISTANT),
  OTHER(null);

  private final @Nullable Side only;

  Reason(@Nullable Side only) {
    this.only = only;
  }

  /** Those that this side can have. */
  static List<Reason> of(Side side) {
    return Arrays.stream(values()).filter(r -> r.only == null || r.only == side).toList();
  }

  static Optional<Reason> read(@Nullable String slug, Side side) {
    return of(side).stream().filter(r -> r.slug().equals(slug)).findFirst();
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String key() {
    return "disputes.reason." + slug();
  }
}
