package org.diestra.office.publishing;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.diestra.office.channels.Channel;
import org.diestra.office.channels.Manner;
import org.diestra.office.publishing.Post.Approval;
import org.diestra.office.publishing.Post.Course;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blobs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for whoever prepares posts. */
@Service
class Posts {
  private static final Refusal HELD = Refusal.conflict("publishing.conflict.held");
  static final String HOLDER = "publishing:picture";

  /** Of one client, neither out nor over: some years of several a day. */
  static final int MOST_OPEN = 5_000;

  private final PostStore store;
  private final MoveStore moves;
  private final Steps steps;
  private final PostNotices notices;
  private final Blobs blobs;
  private final Clock clock;

  Posts(
      PostStore store,
      MoveStore moves,
      Steps steps,
      PostNotices notices,
      Blobs blobs,
      Clock clock) {
    this.store = store;
    this.moves = moves;
    this.steps = steps;
    this.notices = notices;
    this.blobs = blobs;
    this.clock = clock;
  }

  /** How far it is to go with what was written. */
  enum Aim {
    IDEA,
    DRAFT,
    SUBMIT
  }

  /** A post for one of the channels that a form names. */
  record Wanted(Channel channel, Written written) {}

  /**
   * New ones, one for each channel, all or none. The same form sent again makes no others.
   *
   * @throws NotFound if one of the pictures is not that person's
   */
  @Transactional
  Outcome<List<PostId>> write(Desk desk, UUID key, List<Wanted> all, Aim aim) {
    var room = desk.pass().workspace();
    var there = store.byKey(room.id(), key);
    if (!there.isEmpty()) {
      return done(there);
    }
    for (var wanted : all) {
      var why = unfit(wanted.channel(), wanted.written(), aim);
      if (why.any()) {
        return refused(why.inOrder().getFirst());
      }
    }
    if (store.open(room.id(), MOST_OPEN) >= MOST_OPEN) {
      return refused(Refusal.limit("publishing.most.open", MOST_OPEN));
    }
    var made = new ArrayList<PostId>();
    for (var wanted : all) {
      var post = fresh(desk, wanted, aim == Aim.IDEA ? State.IDEA : State.DRAFT);
      if (!store.add(post, wanted.channel().kind(), key)) {
        return done(store.byKey(room.id(), key)); // the same form at the same moment
      }
      post.content()
          .pictures()
          .forEach(picture -> {
            blobs.broughtBy(desk.me().value(), picture.file());
            blobs.hold(picture.file(), HOLDER, post.id().value());
          });
      moves.remember(null, post, desk.me(), null);
      moves.revised(post);
      steps.record(room, null, post, "write", desk.me());
      if (aim == Aim.SUBMIT) {
        submit(desk, post, wanted.channel());
      }
      made.add(post.id());
    }
    return done(made);
  }

  /** What stands in the way; for a draft only that it would find no room. */
  Problems unfit(Channel channel, Written written, Aim aim) {
    return aim == Aim.SUBMIT ? Fitness.of(channel, written, clock.instant()) : new Problems();
  }

  private Post fresh(Desk desk, Wanted wanted, State state) {
    var written = wanted.written();
    var channel = wanted.channel();
    return new Post(
        new PostId(Ids.fresh()),
        desk.pass().workspace().id(),
        channel.id(),
        state,
        1,
        clock.instant(),
        written,
        written.content().hash(channel.id(), written.due()),
        desk.me(),
        Course.NONE);
  }

  /** It waits for the client's word, or stands by the one that the client gave for the channel. */
  private void submit(Desk desk, Post draft, Channel channel) {
    var room = desk.pass().workspace();
    var now = clock.instant();
    if (desk.stands(draft, channel)) {
      var approval = new Approval(draft.hash(), null, now);
      var after =
          draft
              .to(State.SCHEDULED, now)
              .submitted(desk.me())
              .approved(approval)
              .begins(begins(channel, draft, now));
      steps.take(room, draft, after, "schedule", desk.me(), "publishing.words.standing");
      return;
    }
    var after = draft.to(State.SUBMITTED, now).submitted(desk.me()).approved(null);
    steps.take(room, draft, after, "submit", desk.me(), null);
    notices.submitted(desk, channel, after);
  }

  /** When the house turns to what is approved: what stands there already is not changed early. */
  static Instant begins(Channel channel, Post post, Instant now) {
    var due = post.due();
    boolean ahead = channel.manner() == Manner.AHEAD && post.remote() == null;
    return due == null || ahead ? now : due;
  }

  /**
   * What it says is another from now on, and an approval of before does not hold for it; where only
   * what nobody outside sees was changed, it stays where it is.
   *
   * @param seen the version that the form was made from
   */
  @Transactional
  Outcome<PostId> rewrite(Desk desk, PostId id, int seen, Written written, Aim aim) {
    var held = steps.hold(desk, id, seen).orElse(null);
    if (held == null || !held.post().writable(held.channel().kind())) {
      return refused(Steps.MOVED);
    }
    var before = held.post();
    if (desk.heldFrom(before)) {
      return refused(HELD);
    }
    var why = unfit(held.channel(), written, aim);
    if (why.any()) {
      return refused(why.inOrder().getFirst());
    }
    var now = clock.instant();
    boolean same = before.hash().equals(written.content().hash(before.channel(), written.due()));
    if (same && before.state() == State.SCHEDULED && aim == Aim.SUBMIT) {
      var noted =
          before
              .to(State.SCHEDULED, now)
              .noted(written)
              .begins(Objects.requireNonNull(before.beginsAt()));
      steps.take(desk.pass().workspace(), before, noted, "write", desk.me(), null);
      return done(id); // approved as it is; nothing is to be decided again
    }
    pictures(desk, before, written);
    var after = before.to(aim == Aim.IDEA ? State.IDEA : State.DRAFT, now).says(written, desk.me());
    store.rewrite(after);
    moves.remember(before.state(), after, desk.me(), null);
    moves.revised(after);
    steps.record(desk.pass().workspace(), before.state(), after, "write", desk.me());
    if (aim == Aim.SUBMIT) {
      submit(desk, after, held.channel());
    }
    return done(id);
  }

  /** New ones are the writer's own; of those that were there, any may stay. */
  private void pictures(Desk desk, Post before, Written written) {
    var had = new HashSet<UUID>();
    before.content().pictures().forEach(picture -> had.add(picture.file().value()));
    var has = new HashSet<UUID>();
    for (var picture : written.content().pictures()) {
      has.add(picture.file().value());
      if (!had.contains(picture.file().value())) {
        blobs.broughtBy(desk.me().value(), picture.file());
        blobs.hold(picture.file(), HOLDER, before.id().value());
      }
    }
    for (var picture : before.content().pictures()) {
      if (!has.contains(picture.file().value())) {
        blobs.release(picture.file(), HOLDER, before.id().value());
      }
    }
  }

  /** A draft is handed in as it stands. */
  @Transactional
  Outcome<PostId> submit(Desk desk, PostId id, int seen) {
    var held = steps.hold(desk, id, seen).orElse(null);
    if (held == null
        || held.post().state() != State.DRAFT && held.post().state() != State.CHANGES_REQUESTED) {
      return refused(Steps.MOVED);
    }
    var why = unfit(held.channel(), held.post().written(), Aim.SUBMIT);
    if (why.any()) {
      var first = why.inOrder().getFirst();
      return refused(new Refusal(Refusal.Kind.INVALID, first.key(), first.args(), null));
    }
    submit(desk, held.post(), held.channel());
    return done(id);
  }

  /** What was handed in is taken back, to write on. */
  @Transactional
  Outcome<PostId> withdraw(Desk desk, PostId id, int seen) {
    var held = steps.hold(desk, id, seen).orElse(null);
    if (held == null || held.post().state() != State.SUBMITTED) {
      return refused(Steps.MOVED);
    }
    var after = held.post().to(State.DRAFT, clock.instant()).submitted(null);
    steps.take(desk.pass().workspace(), held.post(), after, "withdraw", desk.me(), null);
    return done(id);
  }

  /** Nothing goes out until it is let go; what the client stopped, the client lets go. */
  @Transactional
  Outcome<PostId> hold(Desk desk, PostId id, int seen) {
    var held = steps.hold(desk, id, seen).orElse(null);
    if (held == null || !held.post().state().held()) {
      return refused(Steps.MOVED);
    }
    var after = held.post().to(State.ON_HOLD, clock.instant()).held(desk.me());
    steps.take(desk.pass().workspace(), held.post(), after, "hold", desk.me(), null);
    return done(id);
  }

  /** Its approval holds where its time is still to come; else it is a draft again. */
  @Transactional
  Outcome<PostId> release(Desk desk, PostId id, int seen) {
    var held = steps.hold(desk, id, seen).orElse(null);
    if (held == null || held.post().state() != State.ON_HOLD) {
      return refused(Steps.MOVED);
    }
    var post = held.post();
    if (desk.heldFrom(post)) {
      return refused(HELD);
    }
    var now = clock.instant();
    var due = post.due();
    boolean goes = post.bound() && due != null && due.isAfter(now);
    var after =
        goes
            ? post.to(State.SCHEDULED, now).begins(begins(held.channel(), post, now))
            : post.to(State.DRAFT, now).approved(null).submitted(null);
    steps.take(desk.pass().workspace(), post, after, "release", desk.me(), null);
    return done(id);
  }

  /** What never went out is thrown away. */
  @Transactional
  Outcome<PostId> remove(Desk desk, PostId id, int seen) {
    var held = steps.hold(desk, id, seen).orElse(null);
    if (held == null || !held.post().state().thrownAway() || held.post().remote() != null) {
      return refused(Steps.MOVED);
    }
    blobs.releaseAll(HOLDER, id.value());
    store.remove(held.post());
    steps.record(desk.pass().workspace(), null, held.post(), "remove", desk.me());
    return done(id);
  }
}
