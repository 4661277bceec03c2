package org.diestra.hiring.samples;

import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Says who may see a sample besides its owner: implemented by each module that shows samples, for
 * what it shows. One of them suffices.
 */
public interface SampleAudience {
  /**
   * @param viewer who asks, or null for a guest
   */
  boolean sees(@Nullable Viewer viewer, SampleCard sample);

  /** Told in the same transaction when somebody's samples have changed. */
  default void changed(PersonId owner) {}
}
