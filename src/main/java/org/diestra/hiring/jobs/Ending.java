package org.diestra.hiring.jobs;

import java.util.List;
import java.util.Locale;

/** With which outcome a job closed; every bidder is told. */
public enum Ending {
  /** Somebody was hired here. */
  FILLED,
  HIRED_ELSEWHERE,
  CANCELLED,
  NO_FIT,
  /** Its time was over, or its client fell silent. */
  EXPIRED;

  /** The outcomes a client can give; the others come about by themselves. */
  static final List<Ending> BY_CLIENT = List.of(NO_FIT, HIRED_ELSEWHERE, CANCELLED);

  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
