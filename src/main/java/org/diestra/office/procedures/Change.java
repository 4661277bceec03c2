package org.diestra.office.procedures;

import java.util.Locale;

/** How much a new version changes for whoever works by it; the greatest comes first. */
public enum Change {
  /** Its meaning, a new duty, a limit: it is acknowledged anew. */
  MAJOR,
  /** More help with the same work: whoever works by it is told. */
  MINOR,
  /** A slip of the pen: nobody is bothered. */
  PATCH;

  /** The greater of the two. */
  public Change or(Change other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public boolean atLeast(Change other) {
    return compareTo(other) <= 0;
  }

  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
