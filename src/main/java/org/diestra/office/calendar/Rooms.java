package org.diestra.office.calendar;

import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** In which workspace a page about a calendar stands, if in any. */
@Component
class Rooms {
  private final Workspaces workspaces;

  Rooms(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  /**
   * @param room a workspace's id as a text, or nothing for one's own page
   */
  @Nullable Pass pass(Viewer viewer, @Nullable String room) {
    return room == null || room.isEmpty() ? null : workspaces.enter(viewer, WorkspaceId.of(room));
  }

  @Nullable Pass of(Viewer viewer, Calendar calendar) {
    var workspace = calendar.workspace();
    return workspace == null ? null : workspaces.enter(viewer, workspace);
  }

  /** The page of the calendar's workspace, or one's own. */
  String page(Viewer viewer, Calendar calendar) {
    var pass = of(viewer, calendar);
    return pass == null ? "/calendar" : pass.href("calendar");
  }

  /** Where somebody came from. */
  String page(Viewer viewer, Calendar calendar, @Nullable String room) {
    var pass = pass(viewer, room);
    return pass == null ? page(viewer, calendar) : pass.href("calendar");
  }
}
