package org.diestra.hiring.proposals;

/**
 * What a client has opened of a job's bids.
 *
 * @param batches how many batches of {@link #BATCH} places are open, from 1
 * @param blind whether names and photos are hidden until the interview
 */
record Round(int batches, boolean blind) {
  /** Bids that come before a client at once: as many as a person can weigh. */
  static final int BATCH = 25;

  static final Round FIRST = new Round(1, false);

  int places() {
    return batches * BATCH;
  }

  Round withNextBatch() {
    return new Round(batches + 1, blind);
  }

  Round hiding(boolean names) {
    return new Round(batches, names);
  }
}
