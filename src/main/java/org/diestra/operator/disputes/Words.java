package org.diestra.operator.disputes;

import java.util.Locale;
import org.diestra.operator.disputes.Dispute.Closed;
import org.diestra.operator.disputes.Dispute.Opened;
import org.diestra.work.contracts.Side;
import org.jspecify.annotations.Nullable;

/** Which message says what, on the pages of disputes. */
final class Words {
  private Words() {}

  static String stage(Dispute it) {
    return it instanceof Closed closed
        ? "disputes.ending." + slug(closed.ending())
        : "disputes.stage." + slug(it.stage());
  }

  static String tone(Dispute it) {
    return switch (it.stage()) {
      case OPENED -> "stop";
      case NEGOTIATING, MEDIATION, PROPOSED, DECIDING, DECIDED, APPEALED -> "wait";
      case CLOSED -> "";
    };
  }

  /**
   * What comes next, or how it ended.
   *
   * @param side of who reads it, or null
   */
  static String next(Dispute it, @Nullable Side side) {
    if (it instanceof Closed closed) {
      return "disputes.over." + slug(closed.ending());
    }
    boolean asked = it instanceof Opened opened && side == opened.facts().claim().side().other();
    return "disputes.next." + (asked ? "answer" : slug(it.stage()));
  }

  static String side(Side side) {
    return "disputes.side." + side.slug();
  }

  private static String slug(Enum<?> label) {
    return label.name().toLowerCase(Locale.ROOT);
  }
}
