package org.diestra.hiring.jobs;

import java.util.Locale;

/** How far the instructions are that the work will be done by. */
public enum Manual {
  /** They can be worked by. */
  READY,
  /** A first draft, to be finished together before the start. */
  IN_PROGRESS,
  /** The client goes without; what is unclear is then read in the assistant's favour. */
  WAIVED;

  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
