package org.diestra.office.workspaces;

import java.time.Instant;
import java.util.Set;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;

/**
 * Somebody who worked in these areas was let out of them. Another way in may still be open.
 *
 * @param areas those alone in which the person worked, not merely read
 * @param kept whether the person kept the workspace
 */
public record AccessEnded(
    WorkspaceId workspace, PersonId person, Set<Area> areas, boolean kept, Instant at) {
  public AccessEnded {
    areas = Set.copyOf(areas);
  }
}
