package org.diestra.hiring.jobs;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.hiring.jobs.Job.Open;
import org.diestra.hiring.jobs.Job.Paused;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to jobs, for the modules that deal with bids and contracts. */
@Service
public class Jobs {
  private final JobQueries queries;
  private final JobStore store;
  private final Moves moves;
  private final Clock clock;

  Jobs(JobQueries queries, JobStore store, Moves moves, Clock clock) {
    this.queries = queries;
    this.store = store;
    this.moves = moves;
    this.clock = clock;
  }

  /** Empty for a job that was never handed in. Who may see it is for the caller to decide. */
  public Optional<JobTerms> find(JobId job) {
    return queries.find(job).filter(w -> w.job().post().edition() > 0).map(Whole::door);
  }

  /**
   * @throws NotFound if there is no such job, or it was never handed in
   */
  public JobTerms terms(JobId job) {
    return find(job).orElseThrow(NotFound::new);
  }

  /** Several in one statement, in the order asked for; unknown ones are left out. */
  public Map<JobId, JobTerms> terms(Collection<JobId> jobs) {
    var found = new LinkedHashMap<JobId, JobTerms>();
    queries
        .all(jobs)
        .forEach((id, whole) -> {
          if (whole.job().post().edition() > 0) {
            found.put(id, whole.door());
          }
        });
    return found;
  }

  /** A client's jobs that are open or paused, latest change first, at most 100. */
  public List<JobTerms> running(OrganisationId client) {
    return queries.ofClients(List.of(client), List.of(Stage.OPEN, Stage.PAUSED), null, 100).stream()
        .map(listed -> listed.job().door())
        .toList();
  }

  /**
   * The terms as they stay until the caller's transaction ends: neither closing nor a new edition
   * can come between them and a bid.
   *
   * @throws NotFound if there is no such job, or it was never handed in
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public JobTerms lockForBid(JobId job) {
    return queries
        .share(job)
        .filter(w -> w.job().post().edition() > 0)
        .map(Whole::door)
        .orElseThrow(NotFound::new);
  }

  /** The client did something about this job's bids, so it has not fallen silent. */
  @Transactional
  public void acted(JobId job) {
    store.acted(job, clock.instant());
  }

  /**
   * Somebody was hired for it. Closes a job that is open or paused, and leaves any other alone, so
   * that it can be told twice.
   */
  @Transactional
  public void markFilled(JobId job, PersonId by) {
    var now = clock.instant();
    switch (store.lock(job).orElseThrow(NotFound::new)) {
      case Open open -> moves.close(open, open.close(now, Ending.FILLED), by);
      case Paused paused -> moves.close(paused, paused.close(now, Ending.FILLED), by);
      default -> {}
    }
  }

  /**
   * Takes a job that is open or paused out of the market until an operator has looked at it; any
   * other is left alone.
   *
   * @param why a message that tells the client, without arguments
   */
  @Transactional
  public void suspend(JobId job, String why) {
    var now = clock.instant();
    switch (store.lock(job).orElseThrow(NotFound::new)) {
      case Open open -> moves.suspend(open, open.pause(now, Pauser.HOUSE), why);
      case Paused paused when paused.by() != Pauser.HOUSE ->
          moves.suspend(paused, paused.stop(now), why);
      default -> {}
    }
  }
}
