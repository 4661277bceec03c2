package org.diestra.office.vault;

import java.time.Instant;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.jspecify.annotations.Nullable;

/**
 * What anybody who reaches it knows of a secret without opening it.
 *
 * @param version counts its changes
 * @param secretAt when its secret, not its name, last changed
 * @param removedAt or null; it can be brought back for a month
 */
record Item(
    ItemId id,
    WorkspaceId workspace,
    Head head,
    int version,
    PersonId createdBy,
    Instant createdAt,
    PersonId changedBy,
    Instant changedAt,
    Instant secretAt,
    @Nullable Instant removedAt) {

  /**
   * What it is called, and for whom it is.
   *
   * @param name 1 to 120 characters
   * @param site where it is used, an address or a name, at most 300 characters
   * @param masked whether it is copied without being shown, except to those who keep the workspace
   * @param kept whether only those who keep the workspace reach it
   */
  record Head(Area area, Kind kind, String name, String site, boolean masked, boolean kept) {}

  String href() {
    return "/w/" + workspace + "/vault/" + id;
  }

  /** The site as a link, or null where it is none that may be followed. */
  @Nullable String link() {
    var site = head.site();
    return site.startsWith("https://") || site.startsWith("http://") ? site : null;
  }

  boolean reachedBy(Pass pass) {
    return workspace.equals(pass.workspace().id())
        && (pass.keeps() || !head.kept() && pass.works(head.area()));
  }

  /** Whether that person may copy it only, not look at it. */
  boolean masks(Pass pass) {
    return head.masked() && !pass.keeps();
  }
}
