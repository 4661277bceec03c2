package org.diestra.hiring.jobs;

import java.util.Locale;

/** What stage a job is in, as a label. */
public enum Stage {
  DRAFT,
  IN_REVIEW,
  OPEN,
  PAUSED,
  CLOSED;

  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
