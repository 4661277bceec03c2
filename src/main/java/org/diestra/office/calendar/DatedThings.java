package org.diestra.office.calendar;

import java.time.Instant;
import java.util.List;
import org.diestra.office.workspaces.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * What has a date elsewhere in the house and is shown beside events, such as a task that is due: a
 * bean of the module above that knows it.
 */
public interface DatedThings {
  /**
   * @param href its page
   * @param key names its kind, in every language
   * @param over whether nothing is to be done about it any more
   */
  record Dated(String href, String key, String title, Instant at, boolean over) {}

  /**
   * What the caller may see of it, from one instant on and before another, in one statement.
   *
   * @param workspace null for all of them
   */
  List<Dated> between(@Nullable WorkspaceId workspace, Instant from, Instant to, int limit);
}
