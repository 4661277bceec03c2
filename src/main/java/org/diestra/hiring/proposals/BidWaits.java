package org.diestra.hiring.proposals;

import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bids that wait for a client's decision, or for their author's word. */
@Repository
class BidWaits implements Waits {
  private final JdbcClient jdbc;
  private final Jobs jobs;

  BidWaits(JdbcClient jdbc, Jobs jobs) {
    this.jdbc = jdbc;
    this.jobs = jobs;
  }

  /** One job's bids to decide about, or one bid to confirm. */
  private record Waiting(
      String what, JobId job, int bids, Instant since, @Nullable Instant until) {}

  @Override
  public List<Wait> of(Viewer viewer) {
    var waiting = waiting(viewer);
    var terms = jobs.terms(waiting.stream().map(Waiting::job).distinct().toList());
    return waiting.stream()
        .flatMap(w -> Optional.ofNullable(terms.get(w.job())).map(job -> wait(w, job)).stream())
        .toList();
  }

  private List<Waiting> waiting(Viewer viewer) {
    return jdbc.sql(
            """
            select 'decide' as what, job, count(*) as bids, min(since) as since,
              min(decide_by) as until
            from proposals.bid
            where organisation = any(:clients) and state = 'SUBMITTED'
            group by job
            union all
            select 'confirm', job, 1, since, until
            from proposals.bid where person = :person and state = 'STALE'
            order by until limit 20
            """)
        .param(
            "clients",
            viewer.hiring().stream().map(m -> m.organisation().value()).toArray(UUID[]::new))
        .param("person", viewer.id().value())
        .query((r, n) ->
            new Waiting(
                text(r, "what"),
                new JobId(id(r, "job")),
                integer(r, "bids"),
                instant(r, "since"),
                instantOrNull(r, "until")))
        .list();
  }

  private static Wait wait(Waiting waiting, JobTerms job) {
    boolean decide = waiting.what().equals("decide");
    return new Wait(
        waiting.since(),
        waiting.until(),
        decide ? "scale" : "file-pen-line",
        decide ? "proposals.wait.decide" : "proposals.wait.confirm",
        null,
        List.of(job.title(), waiting.bids()),
        "/jobs/" + job.id() + (decide ? Board.PATH + "?show=undecided" : "/bid"),
        decide ? "proposals.wait.decide.do" : "proposals.wait.confirm.do");
  }
}
