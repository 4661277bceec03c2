package org.diestra.office.publishing;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.diestra.office.channels.Kind;
import org.diestra.office.channels.Outlets;
import org.diestra.office.channels.Piece.Remote;
import org.diestra.office.channels.Taken;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do where the house can't or should not: press buttons, look, take away. */
@Service
class Hands {
  private final Steps steps;
  private final DeliveryStore deliveries;
  private final ItemStore items;
  private final Outlets outlets;
  private final Blobs blobs;
  private final HouseRights house;
  private final ClientsWord word;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Hands(
      Steps steps,
      DeliveryStore deliveries,
      ItemStore items,
      Outlets outlets,
      Blobs blobs,
      HouseRights house,
      ClientsWord word,
      TransactionTemplate transaction,
      Clock clock) {
    this.steps = steps;
    this.deliveries = deliveries;
    this.items = items;
    this.outlets = outlets;
    this.blobs = blobs;
    this.house = house;
    this.word = word;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Somebody published it, or found it published.
   *
   * @param url where it stands; may be empty
   */
  @Transactional
  Outcome<PostId> published(Desk desk, PostId id, int seen, String url) {
    var held = steps.hold(desk, id, seen).orElse(null);
    if (held == null
        || held.post().state() != State.HANDED && held.post().state() != State.UNCLEAR) {
      return refused(Steps.MOVED);
    }
    var post = held.post();
    if (post.state() == State.HANDED
        && !word.ready(desk.pass().workspace(), post, held.channel())) {
      return refused(Refusal.conflict("publishing.conflict.unready"));
    }
    var after = post.to(State.PUBLISHED, clock.instant()).stands(new Remote("", url, ""));
    steps.take(desk.pass().workspace(), post, after, "publish", desk.me(), "publishing.words.hand");
    return done(id);
  }

  /**
   * It failed, or somebody looked and it is not there: it is sent now. Long after its time only the
   * client says so, as the approval was for then.
   */
  @Transactional
  Outcome<PostId> retry(Desk desk, PostId id, int seen) {
    var held = steps.hold(desk, id, seen).orElse(null);
    if (held == null
        || held.post().state() != State.FAILED && held.post().state() != State.UNCLEAR
        || !held.post().bound()) {
      return refused(Steps.MOVED);
    }
    var post = held.post();
    var now = clock.instant();
    if (late(post, now) && !desk.approves()) {
      return refused(Refusal.conflict("publishing.conflict.late"));
    }
    if (!held.channel().open()) {
      return refused(Refusal.conflict("publishing.words.closed"));
    }
    if (post.state() == State.UNCLEAR) {
      house.call(() -> {
        deliveries.settled(post, now);
        return id;
      });
    }
    var after = post.to(State.SCHEDULED, now).begins(now).retried(now);
    steps.take(desk.pass().workspace(), post, after, "retry", desk.me(), null);
    return done(id);
  }

  static boolean late(Post post, Instant now) {
    var due = post.due();
    return due == null || now.isAfter(due.plus(ClientsWord.WINDOW));
  }

  /** What somebody changed there is written over; the client says so. */
  @Transactional
  Outcome<PostId> overwrite(Desk desk, PostId id, int seen) {
    if (!desk.approves()) {
      throw new NotFound();
    }
    var held = steps.hold(desk, id, seen).orElse(null);
    var remote = held == null ? null : held.post().remote();
    if (held == null
        || held.post().state() != State.FAILED
        || remote == null
        || !held.post().bound()) {
      return refused(Steps.MOVED);
    }
    var post = held.post();
    var now = clock.instant();
    var after =
        post.to(State.SCHEDULED, now)
            .begins(now)
            .retried(now)
            .stands(new Remote(remote.id(), remote.url(), ""));
    steps.take(
        desk.pass().workspace(), post, after, "retry", desk.me(), "publishing.words.overwrite");
    return done(id);
  }

  /**
   * What stands outside is taken away where the house can; elsewhere a person has done it. A
   * revision that is under way ends with it. Waits for the other side, so it is outside of any
   * transaction.
   */
  Outcome<PostId> retract(Desk desk, PostId id, int seen) {
    var held = transaction.execute(status -> steps.hold(desk, id, seen).orElse(null));
    if (held == null || !held.post().outside()) {
      return refused(Steps.MOVED);
    }
    var remote = held.post().remote();
    var kind = held.channel().kind();
    if (kind.way() == Kind.Way.SENT && remote != null && held.post().takenAwayBy(kind)) {
      var taken = outlets.remove(held.channel(), remote.id());
      if (!(taken instanceof Taken.There)) {
        return refused(Refusal.conflict("publishing.conflict.remove", held.channel().name()));
      }
    }
    return Objects.requireNonNull(transaction.execute(status -> retracted(desk, id, seen)));
  }

  private Outcome<PostId> retracted(Desk desk, PostId id, int seen) {
    var held = steps.hold(desk, id, seen).orElse(null);
    if (held == null || !held.post().outside()) {
      return refused(Steps.MOVED);
    }
    var after = held.post().to(State.RETRACTED, clock.instant()).approved(null).submitted(null);
    var words = held.post().takenAwayBy(held.channel().kind()) ? null : "publishing.words.taken";
    steps.take(desk.pass().workspace(), held.post(), after, "retract", desk.me(), words);
    house.call(() -> {
      items.remove(id);
      blobs.releaseAll(ItemStore.HOLDER, id.value());
      return id;
    });
    return done(id);
  }
}
