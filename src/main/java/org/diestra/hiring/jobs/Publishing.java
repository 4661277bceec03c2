package org.diestra.hiring.jobs;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.diestra.hiring.jobs.Job.Draft;
import org.diestra.hiring.jobs.Job.Open;
import org.diestra.hiring.jobs.Job.Paused;
import org.diestra.hiring.screening.Action;
import org.diestra.hiring.screening.Finding;
import org.diestra.hiring.screening.Place;
import org.diestra.hiring.screening.Screening;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends a job out, and later what was changed in it. */
@Service
class Publishing {
  private final JobStore store;
  private final EditionStore editions;
  private final Writing writing;
  private final Screening screening;
  private final Moves moves;
  private final Bidding bidding;
  private final Expiry expiry;
  private final Clock clock;

  Publishing(
      JobStore store,
      EditionStore editions,
      Writing writing,
      Screening screening,
      Moves moves,
      Bidding bidding,
      Expiry expiry,
      Clock clock) {
    this.store = store;
    this.editions = editions;
    this.writing = writing;
    this.screening = screening;
    this.moves = moves;
    this.bidding = bidding;
    this.expiry = expiry;
    this.clock = clock;
  }

  /** Another running job of the same client that says the same. */
  record Twin(JobId id, String title) {}

  /**
   * What publishing would meet.
   *
   * @param before what is in force, or null for a job that was never out
   * @param reconfirm how many live bids would have to be confirmed anew
   */
  record Check(
      Job job,
      Sketch sketch,
      List<Finding> findings,
      @Nullable Twin twin,
      @Nullable Terms before,
      int reconfirm) {
    boolean blocked() {
      return Finding.gravest(findings).filter(Action.BLOCK::equals).isPresent();
    }

    boolean reviewed() {
      return Finding.gravest(findings).filter(Action.REVIEW::equals).isPresent();
    }
  }

  @Transactional(readOnly = true)
  public Check check(Viewer viewer, JobId id) {
    return check(writing.open(viewer, id));
  }

  @Transactional
  public Outcome<Job> publish(Viewer viewer, JobId id, int version) {
    var job = Writing.own(store.lock(id), viewer);
    if (job.post().version() != version) {
      return Outcome.refused(Refusal.conflict("jobs.changed-meanwhile"));
    }
    var copy = writing.copy(job);
    var terms = copy.sketch().complete();
    if (terms.isEmpty()) {
      return Outcome.refused(Refusal.invalid("jobs.publish.incomplete", List.of()));
    }
    var check = check(copy);
    if (check.blocked()) {
      return Outcome.refused(Refusal.invalid("jobs.publish.blocked", List.of()));
    }
    if (check.twin() != null) {
      return Outcome.refused(Refusal.conflict("jobs.publish.twin", check.twin().title()));
    }
    return switch (job) {
      case Draft draft -> first(draft, check, viewer);
      case Open open when copy.touched() -> revise(open, check, terms.get(), viewer);
      case Paused paused when copy.touched() -> revise(paused, check, terms.get(), viewer);
      case Job other -> Outcome.refused(Life.impossible(other));
    };
  }

  private Check check(Writing.Copy copy) {
    var job = copy.job();
    var terms = copy.sketch().complete();
    var before = before(job);
    if (terms.isEmpty()) {
      return new Check(job, copy.sketch(), List.of(), null, before, 0);
    }
    boolean material = before != null && terms.get().isMaterialChangeOf(before);
    return new Check(
        job,
        copy.sketch(),
        screening.check(copy.sketch().text(), Place.JOB),
        twin(job, copy.sketch()).orElse(null),
        before,
        material ? bidding.live(job.id()) : 0);
  }

  private @Nullable Terms before(Job job) {
    return job instanceof Draft
        ? null
        : editions.find(job.id(), job.post().edition()).flatMap(Sketch::complete).orElse(null);
  }

  private Optional<Twin> twin(Job job, Sketch sketch) {
    var text = sketch.text();
    return editions.running(job.post().client(), job.id()).entrySet().stream()
        .filter(other -> Similarity.of(text, Sketch.of(other.getValue()).text()) >= Similarity.SAME)
        .map(other -> new Twin(other.getKey(), other.getValue().title()))
        .findFirst();
  }

  private Outcome<Job> first(Draft draft, Check check, Viewer viewer) {
    var now = clock.instant();
    editions.rename(draft.id(), EditionStore.WORKING, 1);
    return check.reviewed()
        ? moves.keep(draft, draft.hold(now), viewer.id(), "hand-in")
        : moves.keep(draft, draft.open(now, expiry.first(draft, now)), viewer.id(), "publish");
  }

  /** Once somebody has bid, other terms are another edition; until then they take its place. */
  private Outcome<Job> revise(Job job, Check check, Terms after, Viewer viewer) {
    var before = java.util.Objects.requireNonNull(check.before());
    var refused = moves.refusesPay(job.id(), before.pay(), after.pay());
    if (refused != null) {
      return Outcome.refused(refused);
    }
    boolean material = after.isMaterialChangeOf(before) && bidding.any(job.id()) > 0;
    int number = job.post().edition() + (material ? 1 : 0);
    editions.rename(job.id(), EditionStore.WORKING, number);
    if (material) {
      bidding.edited(job.id(), number);
    }
    if (after.pay().isRaiseOf(before.pay())) {
      bidding.raised(job.id());
    }
    return moves.keep(job, revised(job, number, check), viewer.id(), "revise");
  }

  /** A change that an operator has to look at stops the job until then. */
  private Job revised(Job job, int number, Check check) {
    var now = clock.instant();
    var edited = job.with(job.post().withEdition(number));
    return switch (edited) {
      case Open open when check.reviewed() -> open.pause(now, Pauser.HOUSE);
      case Open open -> open.acted(now);
      case Paused paused when check.reviewed() -> paused.stop(now);
      case Job paused -> paused;
    };
  }
}
