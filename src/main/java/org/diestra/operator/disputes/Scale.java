package org.diestra.operator.disputes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.diestra.operator.disputes.Dispute.Closed;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * Who says what, on one line from nothing to all that is at stake.
 *
 * @param house what an operator proposed or decided, or what it came to; null where there is none
 */
record Scale(
    Money stake, @Nullable Money client, @Nullable Money assistant, @Nullable Money house) {
  private static final int MARGIN = 3; // per cent on either side, so that no mark is cut off

  static Scale of(Dispute it) {
    var figures = it.facts().figures();
    return new Scale(figures.stake(), figures.client(), figures.assistant(), house(it));
  }

  static @Nullable Money house(Dispute it) {
    return switch (it) {
      case Dispute.Proposed proposed -> proposed.figure();
      case Dispute.Deciding deciding -> deciding.proposed();
      case Dispute.Decided decided -> decided.figure();
      case Dispute.Appealed appealed -> appealed.figure();
      case Closed closed -> closed.awarded();
      default -> null;
    };
  }

  /** Where it stands on the line, as SVG wants it: {@code 41.5%}. */
  String at(Money figure) {
    var part =
        figure
            .amount()
            .multiply(BigDecimal.valueOf(100 - 2 * MARGIN))
            .divide(stake.amount(), 1, RoundingMode.HALF_UP);
    return part.add(BigDecimal.valueOf(MARGIN)).toPlainString() + "%";
  }

  String start() {
    return MARGIN + "%";
  }

  String end() {
    return 100 - MARGIN + "%";
  }
}
