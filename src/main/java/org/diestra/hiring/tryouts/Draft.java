package org.diestra.hiring.tryouts;

import java.time.LocalDate;
import java.util.Set;
import org.diestra.hiring.proposals.BidId;

/**
 * What a client is about to ask, of whom.
 *
 * @param minutes 1–15
 * @param dueOn from tomorrow to {@link #LATEST} days ahead, on the client's calendar
 * @param bids at least one
 */
record Draft(String what, int minutes, LocalDate dueOn, Set<BidId> bids) {
  static final int LONGEST = 6_000;
  static final int SHORTEST = 20;
  static final int LATEST = 14;

  Draft {
    bids = Set.copyOf(bids);
  }
}
