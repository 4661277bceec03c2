package org.diestra.hiring.watches;

import java.time.ZoneId;
import org.diestra.platform.page.Formats;

/**
 * A kept search in the list of them.
 *
 * @param said what it asks for, in the reader's language
 */
record SearchRow(WatchId id, String name, String said, String href, String icon) {
  static SearchRow of(Watch watch, Watched page, ZoneId zone, Formats words) {
    return new SearchRow(
        watch.id(),
        watch.name(),
        page.described(watch.query(), zone, words),
        page.path() + "?" + watch.query(),
        page.icon());
  }

  String field() {
    return "name-" + id;
  }
}
