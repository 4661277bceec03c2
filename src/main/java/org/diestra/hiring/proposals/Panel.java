package org.diestra.hiring.proposals;

import org.jspecify.annotations.Nullable;

/**
 * What a job's page says about bids to this reader.
 *
 * @param bid the own one, or null where there is none
 * @param place of the own bid on the waitlist, from 1; 0 where it waits for none
 * @param open whether the job takes bids now
 * @param count how many bids the client's team can compare
 */
record Panel(Kind kind, @Nullable Bid bid, int place, boolean open, int count, String href) {
  enum Kind {
    NOTHING,
    GUEST,
    WRITE,
    OWN,
    TEAM
  }

  static final Panel NOTHING = of(Kind.NOTHING, "/");

  static Panel of(Kind kind, String href) {
    return new Panel(kind, null, 0, false, 0, href);
  }

  State state() {
    return bid == null ? State.DRAFT : bid.state();
  }

  /** Whether it waits for its author. */
  boolean urgent() {
    return switch (state()) {
      case DRAFT -> open;
      case STALE, OFFERED -> true;
      default -> false;
    };
  }

  /** What its author would do next, as the button says it. */
  String actKey() {
    return switch (state()) {
      case DRAFT -> open ? "proposals.panel.continue" : "proposals.panel.see";
      case STALE -> "proposals.panel.confirm";
      case OFFERED -> "proposals.panel.offer";
      case WITHDRAWN, EXPIRED -> open ? "proposals.panel.again" : "proposals.panel.see";
      default -> "proposals.panel.see";
    };
  }

  /** Whether it is over for good, so that looking for another job comes next. */
  boolean over() {
    return bid != null
        && (bid.stage() instanceof Stage.Declined || bid.stage() instanceof Stage.Lost);
  }
}
