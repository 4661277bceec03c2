package org.diestra.office.publishing;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.diestra.office.publishing.Post.Approval;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for whoever decides for the client, and did not write what is decided on. */
@Service
class Approvals {
  /** Posts that are approved at once, at most. */
  static final int MOST = 100;

  private final Steps steps;
  private final PostNotices notices;
  private final Clock clock;

  Approvals(Steps steps, PostNotices notices, Clock clock) {
    this.steps = steps;
    this.notices = notices;
    this.clock = clock;
  }

  /** Whether that person may decide on it now. */
  static boolean decides(Desk desk, Post post) {
    return post.state() == State.SUBMITTED && desk.approves() && !post.by(desk.me());
  }

  /**
   * All of them are to go out at their times, exactly as they were looked at; or none is.
   *
   * @param seen the version of each that was looked at
   * @return how many
   * @throws NotFound if the person does not decide for the client
   */
  @Transactional
  Outcome<Integer> approve(Desk desk, Map<PostId, Integer> seen) {
    requireApproves(desk);
    if (seen.isEmpty() || seen.size() > MOST) {
      return refused(Refusal.invalid("posts", "publishing.approve.none", MOST));
    }
    // in one order, so that two who approve the same posts wait for each other and no more
    var inOrder = new TreeMap<String, Map.Entry<PostId, Integer>>();
    seen.entrySet().forEach(entry -> inOrder.put(Ids.text(entry.getKey().value()), entry));
    var now = clock.instant();
    // each is looked at before any is written, as a refused verb has changed nothing
    var all = new ArrayList<Steps.Held>();
    for (var entry : inOrder.values()) {
      var held = steps.hold(desk, entry.getKey(), entry.getValue()).orElse(null);
      if (held == null || held.post().state() != State.SUBMITTED) {
        return refused(Steps.MOVED);
      }
      var why = hindrance(desk, held, now);
      if (why != null) {
        return refused(why);
      }
      all.add(held);
    }
    var way = Audit.way().isPresent() ? "publishing.words.mail" : null;
    for (var held : all) {
      var post = held.post();
      var approval = new Approval(post.hash(), desk.me(), now);
      var after =
          post.to(State.SCHEDULED, now)
              .approved(approval)
              .begins(Posts.begins(held.channel(), post, now));
      steps.take(desk.pass().workspace(), post, after, "approve", desk.me(), way);
    }
    return done(all.size());
  }

  private static @Nullable Refusal hindrance(Desk desk, Steps.Held held, Instant now) {
    if (held.post().by(desk.me())) {
      return Refusal.conflict("publishing.conflict.own");
    }
    var unfit = Fitness.of(held.channel(), held.post().written(), now);
    if (unfit.any()) {
      var first = unfit.inOrder().getFirst();
      return new Refusal(Refusal.Kind.CONFLICT, first.key(), first.args(), null);
    }
    return null;
  }

  /** Gives it back to whoever wrote it, who hears what to mend. */
  @Transactional
  Outcome<PostId> giveBack(Desk desk, PostId id, int seen, String words) {
    requireApproves(desk);
    var held = steps.hold(desk, id, seen).orElse(null);
    if (held == null || held.post().state() != State.SUBMITTED) {
      return refused(Steps.MOVED);
    }
    if (held.post().by(desk.me())) {
      return refused(Refusal.conflict("publishing.conflict.own"));
    }
    var after = held.post().to(State.CHANGES_REQUESTED, clock.instant()).because(words);
    steps.take(desk.pass().workspace(), held.post(), after, "return", desk.me(), words);
    notices.returned(desk, held.channel(), after);
    return done(id);
  }

  private static void requireApproves(Desk desk) {
    if (!desk.approves()) {
      throw new NotFound();
    }
  }
}
