package org.diestra.office.publishing;

import org.diestra.office.channels.Channel;
import org.diestra.office.channels.Standing;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.accounts.PersonId;

/** Somebody who works on what a client publishes, in one of its two areas at least. */
record Desk(Pass pass) {

  /** Whether the person decides for the client what goes out. */
  boolean approves() {
    return pass.viewer()
        .memberOf(pass.workspace().organisation())
        .filter(member -> member.role().approves())
        .isPresent();
  }

  PersonId me() {
    return pass.viewer().id();
  }

  String href(String path) {
    return pass.href(path.isEmpty() ? "publishing" : "publishing/" + path);
  }

  /**
   * Whether the client’s word for the channel covers what this person hands in: both who wrote it
   * and who hands it in have to be of those for whom it stands.
   */
  boolean stands(Post post, Channel channel) {
    return channel.standing() == Standing.ALL
        || channel.standing() == Standing.OWN && approves() && post.writtenBy().equals(me());
  }

  /** Whether another stopped it, whose word only the client's own people undo. */
  boolean heldFrom(Post post) {
    return post.state() == State.ON_HOLD && !me().equals(post.course().heldBy()) && !approves();
  }
}
