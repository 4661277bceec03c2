package org.diestra.office.manuals;

import java.time.Instant;

/**
 * That somebody wrote on a procedure.
 *
 * @param title of the procedure, as it is called now
 * @param href where it can be seen
 */
public record Edit(Instant at, What what, String title, String href) {
  /** What was done to it. */
  public enum What {
    DRAFT,
    TRANSLATION,
    PUBLISHED
  }
}
