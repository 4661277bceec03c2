package org.diestra.hiring.tryouts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.tryouts.Farm.Given;
import org.diestra.hiring.tryouts.TaskStore.Flag;
import org.diestra.hiring.tryouts.TaskStore.Held;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to the guard against work in slices; what it counts is said by {@link Farm}. */
@Service
public class Slices {
  private final TaskStore tasks;
  private final Jobs jobs;
  private final Blobs blobs;
  private final ObjectProvider<GivenElsewhere> elsewhere; // of modules above
  private final Audit audit;
  private final Clock clock;

  Slices(
      TaskStore tasks,
      Jobs jobs,
      Blobs blobs,
      ObjectProvider<GivenElsewhere> elsewhere,
      Audit audit,
      Clock clock) {
    this.tasks = tasks;
    this.jobs = jobs;
    this.blobs = blobs;
    this.elsewhere = elsewhere;
    this.audit = audit;
    this.clock = clock;
  }

  /** One request of a client after the other, until the transaction ends; before a job's row. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(OrganisationId client) {
    tasks.lock(client);
  }

  /**
   * Holds back what would be one more part of something that bidders do in slices. Then the job
   * waits for an operator, and nothing must be given out.
   *
   * @return whether it was held back
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean stopped(
      Viewer by, OrganisationId client, JobId job, String what, PersonId bidder) {
    var fresh = new Given(new TaskId(Ids.fresh()), what, null, null, null, Set.of(bidder));
    var found = look(fresh, null, client, job, clock.instant());
    found.ifPresent(it -> stop(by, client, job, what, it));
    return found.isPresent();
  }

  Optional<Farm.Found> look(Task task, @Nullable Blob file, List<PersonId> bidders) {
    var held = new Held(task, bidders);
    var fresh = given(held, file == null ? Map.of() : Map.of(file.id(), file));
    return look(fresh, file, task.organisation(), task.job(), task.at());
  }

  private Optional<Farm.Found> look(
      Given fresh, @Nullable Blob file, OrganisationId client, JobId job, Instant now) {
    var since = now.minus(Farm.LOOK_BACK);
    var before = tasks.before(client, job, since);
    Map<BlobId, Blob> files =
        new HashMap<>(
            blobs.all(
                before.stream()
                    .flatMap(held -> Optional.ofNullable(held.task().file()).stream())
                    .toList()));
    if (file != null) {
      files.put(file.id(), file);
    }
    var all = new ArrayList<>(before.stream().map(held -> given(held, files)).toList());
    var looked = tasks.lastFlag(client).orElse(Instant.MIN);
    elsewhere.forEach(other ->
        other.of(client, job, since).stream()
            .filter(it -> it.at().isAfter(looked))
            .map(it ->
                new Given(new TaskId(it.id()), it.what(), null, null, null, Set.of(it.bidder())))
            .forEach(all::add));
    return Farm.look(fresh, all);
  }

  private static Given given(Held held, Map<BlobId, Blob> files) {
    var id = held.task().file();
    var file = id == null ? null : files.get(id);
    return new Given(
        held.task().id(),
        held.task().what(),
        file == null ? null : file.sha256(),
        file == null ? null : file.name(),
        held.task().head(),
        Set.copyOf(held.bidders()));
  }

  void stop(Viewer by, OrganisationId client, JobId job, String what, Farm.Found found) {
    var now = clock.instant();
    tasks.flag(new Flag(Ids.fresh(), job, client, now, found.bidders(), found.tasks(), what));
    audit.record(
        Deed.of("tryouts", "flag-slices")
            .onBehalfOf(client.value())
            .by(by.id().value())
            .on("job", job.value())
            .with("bidders", found.bidders()));
    jobs.suspend(job, "tryouts.farm.why");
  }
}
