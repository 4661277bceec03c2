package org.diestra.platform.home;

import java.util.function.Predicate;
import org.diestra.platform.accounts.Viewer;

/**
 * A part of the home page beside the list of decisions: a bean of the module that serves it. It is
 * loaded from its address, so that home knows nothing of what it shows.
 *
 * @param href answers a fragment; without scripts it is shown as a link
 * @param key its heading
 * @param order smaller stands higher
 * @param audience who gets it
 */
public record HomePanel(String href, String key, int order, Predicate<Viewer> audience) {
  boolean shownTo(Viewer viewer) {
    return audience.test(viewer);
  }
}
