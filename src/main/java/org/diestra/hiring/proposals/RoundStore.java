package org.diestra.hiring.proposals;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.data.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a client has opened of a job's bids, and the lock that orders their moves. */
@Repository
class RoundStore {
  private final JdbcClient jdbc;

  RoundStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Begun by the first bid; until the transaction ends no other bid of the job moves. */
  Round lock(JobId job) {
    var found = locked(job);
    if (found.isPresent()) {
      return found.get();
    }
    jdbc.sql("insert into proposals.round (job) values (:job) on conflict do nothing")
        .param("job", job.value())
        .update();
    return locked(job).orElseThrow();
  }

  private Optional<Round> locked(JobId job) {
    return jdbc.sql("select * from proposals.round where job = :job for update")
        .param("job", job.value())
        .query((r, n) -> new Round(Row.integer(r, "batches"), Row.bool(r, "blind")))
        .optional();
  }

  Round of(JobId job) {
    return jdbc.sql("select * from proposals.round where job = :job")
        .param("job", job.value())
        .query((r, n) -> new Round(Row.integer(r, "batches"), Row.bool(r, "blind")))
        .optional()
        .orElse(Round.FIRST);
  }

  /** Those of the jobs whose client hides names. */
  Set<JobId> blind(Collection<JobId> jobs) {
    return Set.copyOf(
        jdbc.sql("select job from proposals.round where blind and job = any (:jobs)")
            .param("jobs", jobs.stream().map(JobId::value).toArray(UUID[]::new))
            .query((r, n) -> new JobId(Row.id(r, "job")))
            .list());
  }

  void change(JobId job, Round round) {
    int rows =
        jdbc.sql(
                """
                update proposals.round set batches = :batches, blind = :blind where job = :job
                """)
            .param("batches", round.batches())
            .param("blind", round.blind())
            .param("job", job.value())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("no round for " + job);
    }
  }
}
