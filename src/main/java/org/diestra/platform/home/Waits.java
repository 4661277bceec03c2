package org.diestra.platform.home;

import java.util.List;
import org.diestra.platform.accounts.Viewer;

/** Implemented by a module in which something may wait for a person's decision. */
public interface Waits {
  /** What waits for that person here: at most 20, found in one statement. */
  List<Wait> of(Viewer viewer);
}
