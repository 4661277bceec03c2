package org.diestra.office.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.diestra.office.channels.Channel;
import org.diestra.office.channels.Standing;
import org.diestra.office.workspaces.Workspace;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the word that a post stands by holds at its minute. */
@Component
class ClientsWord {
  /** What was approved for a time may appear so much later, where the house was closed. */
  static final Duration WINDOW = Duration.ofHours(1);

  private final Organisations organisations;

  ClientsWord(Organisations organisations) {
    this.organisations = organisations;
  }

  /** Why it does not go out though it was approved: a message's key, or null. */
  @Nullable String hindrance(Workspace room, Post post, Channel channel, Instant now) {
    var due = Objects.requireNonNull(post.due());
    var from = post.retryAt() == null ? due : post.retryAt();
    if (!post.bound()) {
      return "publishing.words.changed";
    }
    if (!channel.open()) {
      return "publishing.words.closed";
    }
    if (now.isAfter(from.plus(WINDOW))) {
      return "publishing.words.late";
    }
    return holds(room, post, channel) ? null : "publishing.words.approver";
  }

  /**
   * Whether whoever approved it still decides for the client, or the channel's word still holds.
   */
  boolean holds(Workspace room, Post post, Channel channel) {
    var approval = post.approval();
    if (approval == null) {
      return false;
    }
    var by = approval.by();
    if (by != null) {
      return approves(room, by);
    }
    return channel.standing() == Standing.ALL
        || channel.standing() == Standing.OWN && approves(room, post.writtenBy());
  }

  /** Whether somebody may take it to its channel by hand now. */
  boolean ready(Workspace room, Post post, Channel channel) {
    return post.bound() && channel.open() && holds(room, post, channel);
  }

  private boolean approves(Workspace room, PersonId person) {
    return organisations.members(room.organisation()).stream()
        .anyMatch(member -> member.person().equals(person) && member.role().approves());
  }
}
