package org.diestra.office.publishing;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.diestra.office.channels.Channel;
import org.diestra.office.workspaces.Workspace;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.springframework.stereotype.Component;

/** Who hears what of posts: only those who may still see them. */
@Component
class PostNotices {
  static final String SUBMITTED = "publishing:submitted";
  static final String RETURNED = "publishing:returned";
  static final String TROUBLE = "publishing:trouble";
  static final String HAND = "publishing:hand";
  static final String CARE = "publishing:care";
  private final Notifications notifications;
  private final Organisations organisations;
  private final Workspaces workspaces;

  PostNotices(Notifications notifications, Organisations organisations, Workspaces workspaces) {
    this.notifications = notifications;
    this.organisations = organisations;
    this.workspaces = workspaces;
  }

  /** Those who decide hear that something waits for them. */
  void submitted(Desk desk, Channel channel, Post post) {
    var others = deciders(desk.pass().workspace(), channel, post);
    ask(others, post, "publishing.notice.submitted", desk.pass().viewer().name());
  }

  private Set<PersonId> deciders(Workspace room, Channel channel, Post post) {
    var others = new LinkedHashSet<>(approvers(room));
    others.removeIf(post::by);
    others.retainAll(workspaces.people(room.id(), channel.kind().area()));
    return others;
  }

  private List<PersonId> approvers(Workspace room) {
    return organisations.members(room.organisation()).stream()
        .filter(member -> member.role().approves())
        .map(Organisations.Member::person)
        .toList();
  }

  private void tell(Collection<PersonId> people, String kind, Post post, String key, String who) {
    notifications.tell(
        people.stream().map(person -> notice(person, kind, post, key, who)).toList());
  }

  private static Notice notice(PersonId person, String kind, Post post, String key, String who) {
    return Notice.to(person, kind, post.href(), key, who, post.name())
        .once(key + " " + post.id() + " " + post.version());
  }

  /** The same, with what may be decided by a link in the mail. */
  private void ask(Collection<PersonId> people, Post post, String key, String who) {
    var offer = PostTap.offer(post);
    notifications.tell(
        people.stream()
            .map(person -> notice(person, SUBMITTED, post, key, who).offering(offer))
            .toList());
  }

  /** Whoever wrote it hears that it came back. */
  void returned(Desk desk, Channel channel, Post post) {
    var people = authors(desk.pass().workspace(), channel, post, Set.of());
    tell(people, RETURNED, post, "publishing.notice.returned", desk.pass().viewer().name());
  }

  /** Those who wrote it, and others, as far as they may still see it. */
  private Set<PersonId> authors(
      Workspace room, Channel channel, Post post, Collection<PersonId> more) {
    var all = new HashSet<>(more);
    all.add(post.writtenBy());
    var submitter = post.submittedBy();
    if (submitter != null) {
      all.add(submitter);
    }
    all.retainAll(workspaces.people(room.id(), channel.kind().area()));
    return all;
  }

  void missed(Workspace room, Channel channel, Post post) {
    trouble(room, channel, post, "publishing.notice.missed");
  }

  void failed(Workspace room, Channel channel, Post post) {
    trouble(room, channel, post, "publishing.notice.failed");
  }

  void unclear(Workspace room, Channel channel, Post post) {
    trouble(room, channel, post, "publishing.notice.unclear");
  }

  private void trouble(Workspace room, Channel channel, Post post, String key) {
    tell(authors(room, channel, post, approvers(room)), TROUBLE, post, key, channel.name());
  }

  /** Its word does not hold any more: those who decide are asked again. */
  void asked(Workspace room, Channel channel, Post post) {
    var others = deciders(room, channel, post);
    ask(others, post, "publishing.notice.asked", channel.name());
  }

  /** Everybody who works there hears that a button waits to be pressed. */
  void handed(Workspace room, Channel channel, Post post) {
    var people = workspaces.people(room.id(), channel.kind().area());
    tell(people, HAND, post, "publishing.notice.hand", channel.name());
  }

  /** Those who keep the workspace hear once that a channel's secret is refused. */
  void care(Workspace room, Channel channel) {
    notifications.tell(
        workspaces.keepers(room).stream()
            .map(person ->
                Notice.to(person, CARE, channel.href(), "publishing.notice.care", channel.name())
                    .once(CARE + " " + channel.id() + " " + channel.version()))
            .toList());
  }
}
