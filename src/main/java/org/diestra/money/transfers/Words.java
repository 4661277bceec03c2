package org.diestra.money.transfers;

import org.diestra.platform.base.Money;

/** Which message names what, on the pages of transfers. */
final class Words {
  private static final int BRIEF = 140;

  private Words() {}

  static String state(Line line) {
    return "transfers.state." + line.state().slug();
  }

  static String state(SendBack back) {
    return back.waits() && !back.ready()
        ? back.account() == null
            ? "transfers.refund.state.unknown"
            : "transfers.refund.state.unseen"
        : "transfers.refund.state." + back.state().slug();
  }

  static String tone(SendBack back) {
    return switch (back.state()) {
      case WAITING -> "wait";
      case PAID -> "good";
      case REFUSED -> "stop";
    };
  }

  /** The sentence that says what a line turned out to be. */
  static String became(Line line) {
    if (line.state() == Line.State.NOTED) {
      return line.in() && line.matchedBy() == null
          ? "transfers.became.returned"
          : "transfers.became.noted";
    }
    if (line.client() == null) {
      return line.in() ? "transfers.became.own" : "transfers.became.out";
    }
    return line.refund() != null && !line.in()
        ? "transfers.became.refund"
        : line.payment() == null ? "transfers.became.credit" : "transfers.became.payment";
  }

  /** What its sender wrote, as far as a table shows it. */
  static String brief(Line line) {
    var text = line.words().isEmpty() ? line.endToEnd() : line.words();
    return text.length() > BRIEF ? text.substring(0, BRIEF) + "…" : text;
  }

  /** A plus for what came; the minus stands in the amount itself. */
  static String sign(Line line) {
    return plus(line.amount());
  }

  static String plus(Money amount) {
    return amount.isPositive() ? "+" : "";
  }
}
