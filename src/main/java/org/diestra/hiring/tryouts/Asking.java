package org.diestra.hiring.tryouts;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.jobs.Stage;
import org.diestra.hiring.proposals.BidFace;
import org.diestra.hiring.proposals.BidFaces;
import org.diestra.hiring.tryouts.Tryout.Facts;
import org.diestra.hiring.tryouts.Tryout.Requested;
import org.diestra.hiring.tryouts.Tryout.State;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A client asks bidders for a sample; what looks like work in slices is stopped here. */
@Service
class Asking {
  static final String TASK = "tryouts.task";

  private final Jobs jobs;
  private final BidFaces faces;
  private final TaskStore tasks;
  private final Slices slices;
  private final TryoutStore tryouts;
  private final TryoutTimes times;
  private final TryoutNotices notices;
  private final Accounts accounts;
  private final Blobs blobs;
  private final Audit audit;
  private final Clock clock;

  Asking(
      Jobs jobs,
      BidFaces faces,
      TaskStore tasks,
      Slices slices,
      TryoutStore tryouts,
      TryoutTimes times,
      TryoutNotices notices,
      Accounts accounts,
      Blobs blobs,
      Audit audit,
      Clock clock) {
    this.jobs = jobs;
    this.faces = faces;
    this.tasks = tasks;
    this.slices = slices;
    this.tryouts = tryouts;
    this.times = times;
    this.notices = notices;
    this.accounts = accounts;
    this.blobs = blobs;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of it. */
  sealed interface Answer {
    /** It went out to so many. */
    record Sent(int bidders) implements Answer {}

    /** It was held back, and the job waits for an operator. */
    record Stopped() implements Answer {}
  }

  /**
   * Who may be asked for this job, in the order of their bids.
   *
   * @throws NotFound for anybody who does not hire for its client
   */
  List<BidFace> candidates(Viewer viewer, JobTerms job) {
    viewer.requireHiresFor(job.organisation());
    var open = faces.of(job.id()).stream().filter(BidFace::open).toList();
    var given =
        tryouts.of(open.stream().map(BidFace::id).toList()).stream()
            .map(Asked::tryout)
            .filter(t -> t.state() != State.WITHDRAWN && t.state() != State.EXPIRED)
            .map(t -> t.facts().bid())
            .collect(Collectors.toSet());
    return open.stream().filter(face -> !given.contains(face.id())).toList();
  }

  /** Whether samples can be asked for at this stage of the job. */
  static Optional<Refusal> closed(JobTerms job) {
    if (job.stopped() || job.hidden()) {
      return Optional.of(Refusal.conflict("tryouts.ask.stopped"));
    }
    return job.stage() == Stage.OPEN || job.stage() == Stage.PAUSED
        ? Optional.empty()
        : Optional.of(Refusal.conflict("tryouts.ask.closed"));
  }

  /**
   * @param file invented material, brought by that viewer, or null
   * @param head the file's first line, or null
   */
  @Transactional
  Outcome<Answer> ask(
      Viewer by, JobId id, Draft draft, @Nullable Blob file, @Nullable String head) {
    var client = jobs.terms(id).organisation();
    by.requireHiresFor(client);
    slices.lock(client); // before the job's row, which is locked harder when it is stopped
    var job = jobs.lockForBid(id);
    var closed = closed(job);
    if (closed.isPresent()) {
      return Outcome.refused(closed.get());
    }
    var chosen =
        candidates(by, job).stream().filter(face -> draft.bids().contains(face.id())).toList();
    if (chosen.size() != draft.bids().size()) {
      return Outcome.refused(Refusal.conflict("tryouts.ask.gone"));
    }
    var task =
        new Task(
            new TaskId(Ids.fresh()),
            id,
            job.organisation(),
            by.id(),
            draft.what(),
            draft.minutes(),
            file == null ? null : file.id(),
            head,
            draft.dueOn(),
            clock.instant());
    var farm = slices.look(task, file, chosen.stream().map(BidFace::person).toList());
    return Outcome.done(
        farm.isPresent() ? stop(task, farm.get(), by) : send(task, chosen, job, by));
  }

  private Answer send(Task task, List<BidFace> chosen, JobTerms job, Viewer by) {
    tasks.add(task);
    var file = task.file();
    if (file != null) {
      blobs.hold(file, TASK, task.id().value());
    }
    var contacts = accounts.contacts(chosen.stream().map(BidFace::person).toList());
    for (var face : chosen) {
      var contact = Objects.requireNonNull(contacts.get(face.person()));
      var tryout = request(task, face, by.zone(), contact.zone());
      tryouts.add(tryout);
      times.set(tryout);
      notices.requested(task, tryout, job.title());
      audit.record(
          deed("request", task)
              .by(by.id().value())
              .on("tryout", tryout.facts().id().value())
              .moved(null, State.REQUESTED.name()));
    }
    jobs.acted(task.job());
    return new Answer.Sent(chosen.size());
  }

  private Requested request(Task task, BidFace face, ZoneId client, ZoneId bidder) {
    var due = task.due(client, bidder);
    return new Requested(
        new Facts(
            new TryoutId(Ids.fresh()),
            task.id(),
            face.id(),
            face.person(),
            due.at(),
            due.zone(),
            1),
        task.at());
  }

  private Answer stop(Task task, Farm.Found found, Viewer by) {
    slices.stop(by, task.organisation(), task.job(), task.what(), found);
    return new Answer.Stopped();
  }

  private static Deed deed(String action, Task task) {
    return Deed.of("tryouts", action)
        .onBehalfOf(task.organisation().value())
        .with("task", task.id().toString());
  }
}
