package org.diestra.hiring.jobs;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.diestra.hiring.jobs.Job.Closed;
import org.diestra.hiring.jobs.Job.Draft;
import org.diestra.hiring.jobs.Job.InReview;
import org.diestra.hiring.jobs.Job.Open;
import org.diestra.hiring.jobs.Job.Paused;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A job's life in the database; what it says is kept by {@link EditionStore}. */
@Repository
class JobStore {
  private final JdbcClient jdbc;

  JobStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Draft draft) {
    var post = draft.post();
    jdbc.sql(
            """
            insert into jobs.post
              (id, client, author, stage, edition, version, created_at, changed_at)
            values (:id, :client, :author, 'DRAFT', 0, :version, :at, :at)
            """)
        .param("id", post.id().value())
        .param("client", post.client().value())
        .param("author", post.author().value())
        .param("version", post.version())
        .param("at", at(post.createdAt()))
        .update();
  }

  Optional<Job> find(JobId job) {
    return jdbc.sql("select * from jobs.post where id = :id")
        .param("id", job.value())
        .query((r, n) -> jobOf(r))
        .optional();
  }

  /** The same, and nobody else changes it before this transaction ends. */
  Optional<Job> lock(JobId job) {
    return jdbc.sql("select * from jobs.post where id = :id for update")
        .param("id", job.value())
        .query((r, n) -> jobOf(r))
        .optional();
  }

  /** Keeps the stage and answers it with its new version. */
  Job save(Job job, Instant now) {
    var row = new HashMap<String, @Nullable Object>();
    row.put("id", job.id().value());
    row.put("stage", job.stage().name());
    row.put("edition", job.post().edition());
    row.put("version", job.post().version());
    row.put("hidden", job.post().hidden());
    row.put("now", at(now));
    stage(job, row);
    int rows =
        jdbc.sql(
                """
                update jobs.post
                set stage = :stage, edition = :edition, version = version + 1, changed_at = :now,
                  review_since = :reviewSince, opened_at = :openedAt, expires_at = :expiresAt,
                  renewals = :renewals, acted_at = :actedAt, warnings = :warnings,
                  paused_at = :pausedAt, paused_by = :pausedBy, closed_at = :closedAt,
                  ending = :ending, hidden = :hidden
                where id = :id and version = :version
                """)
            .params(row)
            .update();
    if (rows != 1) {
      throw new IllegalStateException("changed without its lock: " + job.id());
    }
    return job.with(job.post().withVersion(job.post().version() + 1));
  }

  private static void stage(Job job, Map<String, @Nullable Object> row) {
    var run = job.clocks();
    row.put("openedAt", run == null ? null : at(run.openedAt()));
    row.put("expiresAt", run == null ? null : at(run.expiresAt()));
    row.put("renewals", run == null ? 0 : run.renewals());
    row.put("actedAt", run == null ? null : at(run.actedAt()));
    row.put("warnings", run == null ? 0 : run.warnings());
    row.put("reviewSince", job instanceof InReview held ? at(held.since()) : null);
    row.put("pausedAt", job instanceof Paused paused ? at(paused.since()) : null);
    row.put("pausedBy", job instanceof Paused paused ? paused.by().name() : null);
    row.put("closedAt", job instanceof Closed closed ? at(closed.at()) : null);
    row.put("ending", job instanceof Closed closed ? closed.ending().name() : null);
  }

  /** The client did something; at most one write an hour. */
  void acted(JobId job, Instant now) {
    jdbc.sql(
            """
            update jobs.post set acted_at = :now, warnings = 0
            where id = :id and stage = 'OPEN' and acted_at < :now - interval '1 hour'
            """)
        .param("id", job.value())
        .param("now", at(now))
        .update();
  }

  boolean remove(JobId draft) {
    return jdbc.sql("delete from jobs.post where id = :id and stage = 'DRAFT'")
            .param("id", draft.value())
            .update()
        == 1;
  }

  static Job jobOf(ResultSet r) throws SQLException {
    var post =
        new Post(
            new JobId(id(r, "id")),
            new OrganisationId(id(r, "client")),
            new PersonId(id(r, "author")),
            integer(r, "edition"),
            integer(r, "version"),
            instant(r, "created_at"),
            textOrNull(r, "hidden"));
    return switch (label(r, "stage", Stage.class)) {
      case DRAFT -> new Draft(post);
      case IN_REVIEW -> new InReview(post, instant(r, "review_since"));
      case OPEN -> new Open(post, runOf(r));
      case PAUSED ->
          new Paused(post, runOf(r), instant(r, "paused_at"), label(r, "paused_by", Pauser.class));
      case CLOSED ->
          new Closed(post, runOf(r), instant(r, "closed_at"), label(r, "ending", Ending.class));
    };
  }

  private static Run runOf(ResultSet r) throws SQLException {
    return new Run(
        instant(r, "opened_at"),
        instant(r, "expires_at"),
        integer(r, "renewals"),
        instant(r, "acted_at"),
        integer(r, "warnings"));
  }
}
