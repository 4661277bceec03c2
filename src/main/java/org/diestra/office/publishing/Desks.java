package org.diestra.office.publishing;

import org.diestra.office.channels.Channel;
import org.diestra.office.channels.Channels;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may enter, asked anew by each request. */
@Component
class Desks {
  private final Workspaces workspaces;
  private final Channels channels;
  private final PostStore store;

  Desks(Workspaces workspaces, Channels channels, PostStore store) {
    this.workspaces = workspaces;
    this.channels = channels;
    this.store = store;
  }

  /**
   * @throws NotFound if the person works in neither of the two areas
   */
  @Transactional(readOnly = true)
  Desk enter(Viewer viewer, WorkspaceId workspace) {
    var pass = workspaces.enter(viewer, workspace);
    if (!pass.works(Area.SOCIAL) && !pass.works(Area.BLOG)) {
      throw new NotFound();
    }
    return new Desk(pass);
  }

  /** A post on its channel. */
  record Found(Post post, Channel channel) {}

  /**
   * @throws NotFound if there is none there, or the person does not work in its channel's area
   */
  @Transactional(readOnly = true)
  Found get(Desk desk, PostId id) {
    var post = store.find(desk.pass().workspace().id(), id).orElseThrow(NotFound::new);
    return new Found(post, channels.get(desk.pass(), post.channel()));
  }
}
