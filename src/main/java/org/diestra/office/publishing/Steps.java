package org.diestra.office.publishing;

import java.util.List;
import java.util.Optional;
import org.diestra.office.channels.Channel;
import org.diestra.office.channels.Channels;
import org.diestra.office.workspaces.Workspace;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One step of a post: kept, remembered, recorded, within the verb's transaction. */
@Component
class Steps {
  static final Refusal MOVED = Refusal.conflict("publishing.conflict.moved");
  private final PostStore store;
  private final MoveStore moves;
  private final Channels channels;
  private final Audit audit;

  Steps(PostStore store, MoveStore moves, Channels channels, Audit audit) {
    this.store = store;
    this.moves = moves;
    this.channels = channels;
    this.audit = audit;
  }

  /** A post that nobody else moves until this transaction ends, on its channel. */
  record Held(Post post, Channel channel) {}

  /**
   * @param seen the version that was looked at
   * @return empty where it has moved since
   * @throws NotFound if it is not there, or not this person's to work on
   */
  Optional<Held> hold(Desk desk, PostId id, int seen) {
    var found = store.held(desk.pass().workspace().id(), List.of(id));
    var post = found.stream().findFirst().orElseThrow(NotFound::new);
    var channel = channels.get(desk.pass(), post.channel());
    return post.version() == seen ? Optional.of(new Held(post, channel)) : Optional.empty();
  }

  /**
   * @param by null for the house
   * @param words said with it, or null
   */
  void take(
      Workspace room,
      Post before,
      Post after,
      String deed,
      @Nullable PersonId by,
      @Nullable String words) {
    store.move(after);
    moves.remember(before.state(), after, by, words);
    record(room, before.state(), after, deed, by);
  }

  void record(
      Workspace room, @Nullable State before, Post after, String deed, @Nullable PersonId by) {
    audit.record(
        Deed.of("publishing", deed)
            .by(by == null ? null : by.value())
            .onBehalfOf(room.organisation().value())
            .on("post", after.id().value())
            .moved(before == null ? null : before.name(), after.state().name()));
  }
}
