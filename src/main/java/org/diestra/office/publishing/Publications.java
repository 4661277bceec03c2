package org.diestra.office.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diestra.office.channels.Channel;
import org.diestra.office.channels.Channels;
import org.diestra.office.channels.Kind;
import org.diestra.office.channels.Outlets;
import org.diestra.office.channels.Piece.Remote;
import org.diestra.office.channels.Taken;
import org.diestra.office.publishing.DeliveryStore.Delivery;
import org.diestra.office.workspaces.Workspace;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.blobs.Blobs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a post at its minute, each step in a transaction, none of which waits for a line:
 * before the call it is written down that there may be something outside, after it what came of it.
 * Runs as the house.
 */
@Component
class Publications {
  /**
   * Longer than all calls of one try together: 22 of half a minute each for an article with ten
   * pictures. What is slower still sends nothing more: {@link Job}.
   */
  static final Duration LEASE = Duration.ofMinutes(20);

  private static final Duration MARGIN = Duration.ofMinutes(2);

  private static final List<Duration> WAITS =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));
  private final PostStore store;
  private final DeliveryStore deliveries;
  private final ItemStore items;
  private final Steps steps;
  private final Channels channels;
  private final Outlets outlets;
  private final Workspaces workspaces;
  private final ClientsWord word;
  private final PostNotices notices;
  private final Blobs blobs;
  private final Clock clock;

  Publications(
      PostStore store,
      DeliveryStore deliveries,
      ItemStore items,
      Steps steps,
      Channels channels,
      Outlets outlets,
      Workspaces workspaces,
      ClientsWord word,
      PostNotices notices,
      Blobs blobs,
      Clock clock) {
    this.store = store;
    this.deliveries = deliveries;
    this.items = items;
    this.steps = steps;
    this.channels = channels;
    this.outlets = outlets;
    this.workspaces = workspaces;
    this.word = word;
    this.notices = notices;
    this.blobs = blobs;
    this.clock = clock;
  }

  /** Takes one whose time has come; empty where nothing is to be sent for it. */
  @Transactional
  Optional<Job> claim(PostId id) {
    var now = clock.instant();
    var post = store.take(id).orElse(null);
    if (post == null || post.beginsAt() == null || post.beginsAt().isAfter(now)) {
      return Optional.empty();
    }
    var room = workspaces.get(post.workspace());
    var channel = channels.find(post.channel()).orElseThrow();
    return switch (post.state()) {
      case SCHEDULED -> first(room, post, channel, now);
      case PUBLISHING -> further(room, post, channel, now);
      default -> Optional.empty();
    };
  }

  private Optional<Job> first(Workspace room, Post post, Channel channel, Instant now) {
    var why = word.hindrance(room, post, channel, now);
    if (why != null) {
      stopped(room, post, channel, why);
      return Optional.empty();
    }
    return switch (channel.kind().way()) {
      case HAND -> {
        var after = post.to(State.HANDED, now);
        steps.take(room, post, after, "hand", null, null);
        notices.handed(room, channel, after);
        yield Optional.empty();
      }
      case OWN -> {
        shelve(post, now);
        var remote = new Remote(post.id().toString(), "", "");
        var after = post.to(State.PUBLISHED, now).stands(remote);
        steps.take(room, post, after, "publish", null, null);
        yield Optional.empty();
      }
      case SENT -> send(room, post, channel, now);
    };
  }

  /** A later try asks as the first one did: what was taken back meanwhile goes out no more. */
  private Optional<Job> further(Workspace room, Post post, Channel channel, Instant now) {
    var why = word.hindrance(room, post, channel, now);
    if (why == null) {
      return send(room, post, channel, now);
    }
    if (maybeThere(post)) {
      unclear(room, post, channel, why);
    } else {
      stopped(room, post, channel, why);
    }
    return Optional.empty();
  }

  private void stopped(Workspace room, Post post, Channel channel, String why) {
    var after = post.to(State.MISSED, clock.instant()).approved(null).because(why);
    steps.take(room, post, after, "miss", null, why);
    notices.missed(room, channel, after);
  }

  /** Whether a try whose end nobody knows may have brought it there. */
  private boolean maybeThere(Post post) {
    return deliveries.find(post).filter(DeliveryStore.Delivery::open).isPresent();
  }

  /** Its pictures stay for the feed's readers, whatever becomes of the post. */
  private void shelve(Post post, Instant now) {
    blobs.releaseAll(ItemStore.HOLDER, post.id().value());
    post.content()
        .pictures()
        .forEach(picture -> blobs.hold(picture.file(), ItemStore.HOLDER, post.id().value()));
    items.put(post, now);
  }

  private Optional<Job> send(Workspace room, Post post, Channel channel, Instant now) {
    var before = deliveries.find(post).orElse(null);
    boolean open = before != null && before.open();
    if (before != null && before.open() && !remembered(channel.kind(), before, now)) {
      unclear(room, post, channel, "publishing.words.cut");
      return Optional.empty();
    }
    if (post.tries() > WAITS.size()) {
      fail(room, post, channel, "publishing.words.cut"); // of no try is the end known
      return Optional.empty();
    }
    var key = deliveries.begin(post, now);
    var end = now.plus(LEASE);
    var after = post.to(State.PUBLISHING, now).begins(end).tried(post.tries() + 1);
    steps.take(room, post, after, "begin", null, null);
    return Optional.of(new Job(after, channel, key, before != null, open, end.minus(MARGIN)));
  }

  private boolean remembered(Kind kind, Delivery delivery, Instant now) {
    return now.isBefore(delivery.first().plus(outlets.remembers(kind)));
  }

  private void unclear(Workspace room, Post post, Channel channel, String why) {
    var after = post.to(State.UNCLEAR, clock.instant()).because(why);
    steps.take(room, post, after, "lose", null, why);
    notices.unclear(room, channel, after);
  }

  /** What came of it. What was moved by somebody meanwhile stays where it is. */
  @Transactional
  void ended(Job job, Taken taken) {
    var post = store.hold(job.post().id()).orElse(null);
    if (post == null
        || post.state() != State.PUBLISHING
        || post.version() != job.post().version()) {
      return;
    }
    var room = workspaces.get(post.workspace());
    var channel = job.channel();
    var now = clock.instant();
    switch (taken) {
      case Taken.There(var remote) -> {
        deliveries.end(post, false, null);
        var after = post.to(State.PUBLISHED, now).stands(shortened(remote)).retried(null);
        steps.take(room, post, after, "publish", null, null);
      }
      case Taken.Later(var detail) -> {
        deliveries.end(post, job.open(), detail);
        again(room, post, channel, detail);
      }
      case Taken.Unclear(var detail) -> {
        deliveries.end(post, true, detail);
        var delivery = deliveries.find(post).orElseThrow();
        if (remembered(channel.kind(), delivery, now)) {
          again(room, post, channel, detail);
        } else {
          unclear(room, post, channel, detail);
        }
      }
      case Taken.Refused(var detail) -> {
        deliveries.end(post, job.open(), detail);
        fail(room, post, channel, detail);
      }
      case Taken.Locked(var detail) -> {
        deliveries.end(post, job.open(), detail);
        fail(room, post, channel, "publishing.words.locked");
        if (channels.care(channel, cut(detail, 300))) {
          notices.care(room, channel);
        }
      }
      case Taken.Changed changed -> {
        deliveries.end(post, job.open(), null);
        fail(room, post, channel, "publishing.words.conflict");
      }
    }
  }

  private static Remote shortened(Remote remote) {
    return new Remote(cut(remote.id(), 500), cut(remote.url(), 2_000), cut(remote.mark(), 500));
  }

  /** What others say may be long, and hold what no text of the database does. */
  private static String cut(String said, int most) {
    var text = said.replace("\0", "");
    return text.length() > most ? text.substring(0, most) : text;
  }

  private void again(Workspace room, Post post, Channel channel, String detail) {
    if (post.tries() > WAITS.size()) {
      fail(room, post, channel, detail);
      return;
    }
    var now = clock.instant();
    var next = now.plus(WAITS.get(post.tries() - 1));
    var after =
        post.to(State.PUBLISHING, now).begins(next).tried(post.tries()).because(cut(detail, 1_000));
    steps.take(room, post, after, "wait", null, cut(detail, 1_000));
  }

  /** What may have arrived is not written anew and sent again: somebody looks first. */
  private void fail(Workspace room, Post post, Channel channel, String why) {
    if (maybeThere(post)) {
      unclear(room, post, channel, cut(why, 1_000));
      return;
    }
    var after = post.to(State.FAILED, clock.instant()).because(cut(why, 1_000));
    steps.take(room, post, after, "fail", null, cut(why, 1_000));
    notices.failed(room, channel, after);
  }

  /** Nobody approved it in time: it goes nowhere. */
  @Transactional
  void miss(PostId id) {
    var now = clock.instant();
    var post = store.take(id).orElse(null);
    if (post == null
        || post.state() != State.SUBMITTED && post.state() != State.CHANGES_REQUESTED
        || post.due() == null
        || post.due().isAfter(now)) {
      return;
    }
    var room = workspaces.get(post.workspace());
    var channel = channels.find(post.channel()).orElseThrow();
    var after = post.to(State.MISSED, now).because("publishing.words.unapproved");
    steps.take(room, post, after, "miss", null, "publishing.words.unapproved");
    notices.missed(room, channel, after);
  }

  /** The word that it stood by holds no more: it waits for another one. */
  @Transactional
  void ask(PostId id, String why) {
    var post = store.hold(id).orElse(null);
    if (post == null || post.state() != State.SCHEDULED && post.state() != State.HANDED) {
      return;
    }
    var room = workspaces.get(post.workspace());
    var channel = channels.find(post.channel()).orElseThrow();
    if (word.holds(room, post, channel)) {
      return;
    }
    var due = post.due();
    if (due == null || !due.isAfter(clock.instant())) {
      stopped(room, post, channel, why); // it was ready to be taken there; now it is too late
    } else {
      var after = post.to(State.SUBMITTED, clock.instant()).approved(null).because(why);
      steps.take(room, post, after, "ask", null, why);
      notices.asked(room, channel, after);
    }
  }
}
