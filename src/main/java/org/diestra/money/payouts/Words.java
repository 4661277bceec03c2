package org.diestra.money.payouts;

import org.diestra.money.payouts.Payout.State;
import org.diestra.money.payouts.PayoutDesk.Hold;
import org.diestra.money.payouts.PayoutStore.Move;

/** Which message names what, on the pages of payouts. */
final class Words {
  private Words() {}

  static String state(State state) {
    return "payouts.state." + state.slug();
  }

  static String tone(State state) {
    return switch (state) {
      case REQUESTED, APPROVED, SENT -> "wait";
      case PAID -> "good";
      case RETURNED -> "stop";
      case CANCELLED -> "";
    };
  }

  /** The sentence that says how a payout stands. */
  static String said(Payout payout) {
    return payout instanceof Payout.Cancelled cancelled
        ? "payouts.said." + cancelled.why()
        : "payouts.said." + payout.state().slug();
  }

  /** What happened in a step; a second request is an approval that was void. */
  static String step(Move move, boolean first) {
    return move.state() == State.REQUESTED && !first
        ? "payouts.step.void"
        : "payouts.step." + move.state().slug();
  }

  static String reason(String why) {
    return "payouts.reason." + why;
  }

  static String hold(Hold hold) {
    return "payouts.hold." + hold.name().toLowerCase(java.util.Locale.ROOT);
  }

  static String format(Batch batch) {
    return "payouts.format." + batch.format().slug();
  }
}
