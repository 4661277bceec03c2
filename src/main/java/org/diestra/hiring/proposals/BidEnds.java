package org.diestra.hiring.proposals;

/**
 * Implemented by a module in which something hangs on a bid that may end: withdrawn, declined, lost
 * or expired.
 */
public interface BidEnds {
  /** Within the transaction in which the bid ends. */
  void ended(BidId bid);
}
