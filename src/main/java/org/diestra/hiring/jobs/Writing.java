package org.diestra.hiring.jobs;

import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.diestra.hiring.jobs.Job.Closed;
import org.diestra.hiring.jobs.Job.Draft;
import org.diestra.hiring.jobs.Job.InReview;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writing a job, step by step. What is saved goes to a working copy that nobody but the client sees
 * until it is published, for a new job and for one that is out already.
 */
@Service
class Writing {
  private final JobStore store;
  private final EditionStore editions;
  private final Audit audit;
  private final Clock clock;

  Writing(JobStore store, EditionStore editions, Audit audit, Clock clock) {
    this.store = store;
    this.editions = editions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The job and the copy to go on with: the one being worked on or, if there is none, the latest.
   */
  record Copy(Job job, Sketch sketch, boolean touched) {}

  @Transactional
  JobId begin(Viewer viewer, OrganisationId client, Sketch first) {
    viewer.requireHiresFor(client);
    var now = clock.instant();
    var id = new JobId(Ids.fresh());
    store.add(new Draft(new Post(id, client, viewer.id(), 0, 1, now, null)));
    editions.put(id, EditionStore.WORKING, first, viewer.id(), now);
    audit.record(
        Deed.of("jobs", "begin")
            .on("job", id.value())
            .onBehalfOf(client.value())
            .by(viewer.id().value())
            .moved(null, "DRAFT"));
    return id;
  }

  /**
   * @throws NotFound for anybody who does not hire for its client
   */
  @Transactional(readOnly = true)
  public Copy open(Viewer viewer, JobId id) {
    return copy(own(store.find(id), viewer));
  }

  /**
   * Saves a step.
   *
   * @param version the one the form was made from; an older one is refused, so that nobody writes
   *     over what a colleague saved meanwhile
   */
  @Transactional
  public Outcome<Sketch> save(Viewer viewer, JobId id, int version, UnaryOperator<Sketch> change) {
    var job = own(store.lock(id), viewer);
    if (job instanceof InReview || job instanceof Closed) {
      return Outcome.refused(Life.impossible(job));
    }
    if (job.post().version() != version) {
      return Outcome.refused(Refusal.conflict("jobs.changed-meanwhile"));
    }
    var now = clock.instant();
    var sketch = change.apply(copy(job).sketch());
    editions.put(id, EditionStore.WORKING, sketch, viewer.id(), now);
    store.save(job, now);
    return Outcome.done(sketch);
  }

  /** Forgets the changes of a published job that were not published. */
  @Transactional
  public void discard(Viewer viewer, JobId id) {
    var job = own(store.lock(id), viewer);
    if (!(job instanceof Draft) && editions.removeWorking(id)) {
      store.save(job, clock.instant());
    }
  }

  /** Throws a draft away. */
  @Transactional
  public Outcome<JobId> remove(Viewer viewer, JobId id) {
    var job = own(store.lock(id), viewer);
    if (!(job instanceof Draft) || !store.remove(id)) {
      return Outcome.refused(Life.impossible(job));
    }
    audit.record(
        Deed.of("jobs", "remove")
            .on("job", id.value())
            .onBehalfOf(job.post().client().value())
            .by(viewer.id().value())
            .moved("DRAFT", null));
    return Outcome.done(id);
  }

  /** A new draft that says the same. */
  @Transactional
  public JobId copy(Viewer viewer, JobId id) {
    var job = own(store.find(id), viewer);
    return begin(viewer, job.post().client(), copy(job).sketch());
  }

  static Job own(Optional<Job> found, Viewer viewer) {
    var job = found.orElseThrow(NotFound::new);
    viewer.requireHiresFor(job.post().client());
    return job;
  }

  Copy copy(Job job) {
    var working = editions.find(job.id(), EditionStore.WORKING);
    return working.isPresent()
        ? new Copy(job, working.get(), true)
        : new Copy(job, inForce(job), false);
  }

  private Sketch inForce(Job job) {
    return editions
        .find(job.id(), job.post().edition())
        .orElseThrow(() -> new IllegalStateException("no edition of " + job.id()));
  }
}
