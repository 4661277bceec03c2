package org.diestra.hiring.tryouts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.jobs.Similarity;
import org.diestra.hiring.proposals.BidId;
import org.diestra.hiring.tryouts.Asked.Side;
import org.diestra.hiring.tryouts.Delivery.Piece;
import org.diestra.hiring.tryouts.Tryout.Accepted;
import org.diestra.hiring.tryouts.Tryout.Delivered;
import org.diestra.hiring.tryouts.Tryout.Open;
import org.diestra.hiring.tryouts.Tryout.Requested;
import org.diestra.hiring.tryouts.Tryout.Scored;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a sample that was asked for. Each verb locks it, refuses with 409 what can't be
 * done at its stage, and what was decided on a page that is no longer true.
 */
@Service
class Tryouts {
  static final String PIECES = "tryouts.piece";

  /** Shorter texts are alike by chance. */
  private static final int ENOUGH_WORDS = 20;

  private final TryoutStore store;
  private final DeliveryStore deliveries;
  private final TryoutTimes times;
  private final TryoutNotices notices;
  private final Jobs jobs;
  private final Blobs blobs;
  private final Audit audit;
  private final Clock clock;

  Tryouts(
      TryoutStore store,
      DeliveryStore deliveries,
      TryoutTimes times,
      TryoutNotices notices,
      Jobs jobs,
      Blobs blobs,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.deliveries = deliveries;
    this.times = times;
    this.notices = notices;
    this.jobs = jobs;
    this.blobs = blobs;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws NotFound if there is none, or it is not for this viewer
   */
  Asked seen(Viewer viewer, TryoutId id) {
    var asked = store.find(id).orElseThrow(NotFound::new);
    asked.side(viewer);
    return asked;
  }

  /** The bidder will do it. */
  @Transactional
  Outcome<Asked> accept(Viewer by, TryoutId id, int version) {
    return move(
        by,
        Side.BIDDER,
        id,
        version,
        "accept",
        (tryout, now) -> tryout instanceof Requested requested ? requested.accept(now) : null);
  }

  /** The bidder will not, and says why. */
  @Transactional
  Outcome<Asked> decline(Viewer by, TryoutId id, int version, String reason) {
    return move(
        by,
        Side.BIDDER,
        id,
        version,
        "decline",
        (tryout, now) -> tryout instanceof Open open ? open.decline(reason, now) : null);
  }

  /** The client no longer wants it; nobody has handed anything in. */
  @Transactional
  Outcome<Asked> withdraw(Viewer by, TryoutId id, int version) {
    return move(
        by,
        Side.TEAM,
        id,
        version,
        "withdraw",
        (tryout, now) -> tryout instanceof Open open ? open.withdraw(now) : null);
  }

  /**
   * Hands it in.
   *
   * @param pieces files of that bidder, at most {@link Delivery#MOST}
   */
  @Transactional
  Outcome<Asked> submit(Viewer by, TryoutId id, int version, String text, List<Piece> pieces) {
    var moved =
        move(
            by,
            Side.BIDDER,
            id,
            version,
            "submit",
            (tryout, now) -> tryout instanceof Accepted accepted ? accepted.submit(now) : null);
    if (moved instanceof Outcome.Done<Asked>(var asked)) {
      var words = words(text);
      boolean copied = words != null && deliveries.known(words, by.id());
      deliveries.add(id, new Delivery(text, copied, pieces), words, asked.tryout().since());
      pieces.forEach(piece -> blobs.hold(piece.file(), PIECES, id.value()));
    }
    return moved;
  }

  /** What the client thinks of it; may be put right. */
  @Transactional
  Outcome<Asked> score(Viewer by, TryoutId id, int version, Scores scores) {
    return move(
        by,
        Side.TEAM,
        id,
        version,
        "score",
        (tryout, now) ->
            tryout instanceof Delivered delivered ? delivered.score(scores, now) : null);
  }

  /** Its time is over. Asking twice, or too early, changes nothing. */
  @Transactional
  void expire(TryoutId id) {
    var now = clock.instant();
    store
        .lock(id)
        .ifPresent(asked -> {
          if (asked.tryout() instanceof Open open && !open.facts().dueAt().isAfter(now)) {
            keep(asked, open.expire(now), "expire", null);
          }
        });
  }

  @Transactional
  void remind(TryoutId id) {
    store
        .find(id)
        .filter(asked -> asked.tryout() instanceof Open)
        .ifPresent(asked -> notices.dueSoon(asked, title(asked)));
  }

  /** Its bid came to an end: what is still to be done need not be. Safe to repeat. */
  @Transactional
  void bidOver(BidId bid) {
    for (var found : store.of(List.of(bid))) {
      store
          .lock(found.id())
          .ifPresent(asked -> {
            if (asked.tryout() instanceof Open open) {
              keep(asked, open.withdraw(clock.instant()), "bid-over", null);
            }
          });
    }
  }

  /**
   * Before anything is said of what was sent.
   *
   * @throws NotFound for whoever is not on that side of it
   */
  void require(Viewer by, Side side, TryoutId id) {
    if (seen(by, id).side(by) != side) {
      throw new NotFound();
    }
  }

  /** The next stage, or null where this one has no such move. */
  private interface Step {
    @Nullable Tryout from(Tryout tryout, Instant now);
  }

  private Outcome<Asked> move(
      Viewer by, Side side, TryoutId id, int version, String action, Step step) {
    var asked = store.lock(id).orElseThrow(NotFound::new);
    if (asked.side(by) != side) {
      throw new NotFound();
    }
    var next = step.from(asked.tryout(), clock.instant());
    if (next == null) {
      return Outcome.refused(
          Refusal.conflict("tryouts.impossible." + asked.tryout().state().slug()));
    }
    if (asked.tryout().facts().version() != version) {
      return Outcome.refused(Refusal.conflict("tryouts.moved"));
    }
    if (side == Side.TEAM) {
      jobs.acted(asked.task().job());
    }
    return Outcome.done(keep(asked, next, action, by.id()));
  }

  /**
   * @param by null for the house
   */
  private Asked keep(Asked before, Tryout next, String action, @Nullable PersonId by) {
    store.save(next);
    if (!(next instanceof Open)) {
      times.stop(next);
    }
    audit.record(
        Deed.of("tryouts", action)
            .by(by == null ? null : by.value())
            .onBehalfOf(before.task().organisation().value())
            .on("tryout", before.id().value())
            .moved(before.tryout().state().name(), next.state().name()));
    var after = new Asked(before.task(), next);
    if (!(before.tryout() instanceof Scored)) {
      notices.moved(after, title(after));
    }
    return after;
  }

  private String title(Asked asked) {
    return jobs.terms(asked.task().job()).title();
  }

  /** The same for all who wrote the same words, whatever their marks and gaps. */
  private static byte @Nullable [] words(String text) {
    var words = Similarity.words(text);
    if (words.size() < ENOUGH_WORDS) {
      return null;
    }
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(String.join(" ", words).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
