package org.diestra.hiring.screening;

import java.util.Locale;

/** Where a text stands, as a rule may hold in one place and not in another. */
public enum Place {
  JOB,
  BID,
  PROFILE,
  /** A client's request for a short sample. */
  SAMPLE,
  /** What two sides write to each other before there is a contract. */
  MESSAGE;

  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
