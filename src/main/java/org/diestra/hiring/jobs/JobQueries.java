package org.diestra.hiring.jobs;

import static org.diestra.platform.data.Row.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.data.Row;
import org.diestra.platform.page.OperatorEntry.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Jobs together with what they say, one statement each. */
@Repository
class JobQueries {
  private static final String WHOLE =
      """
      select p.*, e.*
      from jobs.post p
      join jobs.edition e on e.post = p.id and e.number = p.edition
      """;

  private final JdbcClient jdbc;
  private final SketchRows rows;

  JobQueries(JdbcClient jdbc, SketchRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /** A place in a list that is ordered by an instant and an id, both falling. */
  record Mark(Instant at, UUID id) {}

  /** One row of a client's list. */
  record Listed(Whole job, Instant changedAt) {
    Mark mark() {
      return new Mark(changedAt, job.id().value());
    }
  }

  Optional<Whole> find(JobId job) {
    return jdbc.sql(WHOLE + "where p.id = :id")
        .param("id", job.value())
        .query((r, n) -> whole(r))
        .optional();
  }

  /** The same, and it can't change before this transaction ends; several may hold it so. */
  Optional<Whole> share(JobId job) {
    return jdbc.sql(WHOLE + "where p.id = :id for share of p")
        .param("id", job.value())
        .query((r, n) -> whole(r))
        .optional();
  }

  /** In the order asked for; what is gone is left out. */
  Map<JobId, Whole> all(Collection<JobId> jobs) {
    var found = new LinkedHashMap<JobId, Whole>();
    if (!jobs.isEmpty()) {
      jdbc.sql(WHOLE + "where p.id = any(:ids) order by array_position(:ids, p.id)")
          .param("ids", jobs.stream().map(JobId::value).toArray(UUID[]::new))
          .query((r, n) -> whole(r))
          .list()
          .forEach(whole -> found.put(whole.id(), whole));
    }
    return found;
  }

  /** What clients have, latest change first. */
  List<Listed> ofClients(
      Collection<OrganisationId> clients,
      Collection<Stage> stages,
      @Nullable Mark after,
      int limit) {
    var query =
        jdbc.sql(
                WHOLE
                    + """
                    where p.client = any(:clients) and p.stage = any(:stages) %s
                    order by p.changed_at desc, p.id desc
                    limit :limit
                    """
                        .formatted(after == null ? "" : "and (p.changed_at, p.id) < (:at, :id)"))
            .param("clients", clients.stream().map(OrganisationId::value).toArray(UUID[]::new))
            .param("stages", stages.stream().map(Stage::name).toArray(String[]::new))
            .param("limit", limit);
    if (after != null) {
      query = query.param("at", at(after.at())).param("id", after.id());
    }
    return query.query((r, n) -> new Listed(whole(r), Row.instant(r, "changed_at"))).list();
  }

  /** How many jobs those clients have in each stage. */
  Map<Stage, Integer> counts(Collection<OrganisationId> clients) {
    var found = new LinkedHashMap<Stage, Integer>();
    jdbc.sql(
            """
            select stage, count(*)::int as n from jobs.post
            where client = any(:clients) group by stage
            """)
        .param("clients", clients.stream().map(OrganisationId::value).toArray(UUID[]::new))
        .query((r, n) -> Map.entry(Row.label(r, "stage", Stage.class), Row.integer(r, "n")))
        .list()
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  /** The open ones, newest first. */
  List<Whole> newest(@Nullable Mark after, int limit) {
    var query =
        jdbc.sql(
                WHOLE
                    + """
                    where p.stage = 'OPEN' and p.hidden is null %s
                    order by p.opened_at desc, p.id desc
                    limit :limit
                    """
                        .formatted(after == null ? "" : "and (p.opened_at, p.id) < (:at, :id)"))
            .param("limit", limit);
    if (after != null) {
      query = query.param("at", at(after.at())).param("id", after.id());
    }
    return query.query((r, n) -> whole(r)).list();
  }

  /**
   * What waits for an operator, the longest first, and after that what was hidden by one; at most
   * 100.
   */
  List<Whole> watched() {
    return jdbc.sql(
            WHOLE
                + """
                where p.stage = 'IN_REVIEW' or p.paused_by = 'HOUSE' or p.hidden is not null
                order by p.hidden is not null, p.changed_at, p.id
                limit 100
                """)
        .query((r, n) -> whole(r))
        .list();
  }

  /**
   * The client's jobs that are or were out.
   *
   * @param hidden those that are hidden with these words; null for those that are not hidden
   */
  List<JobId> published(OrganisationId client, @Nullable String hidden) {
    return jdbc.sql(
            """
            select id from jobs.post
            where client = :client and stage <> 'DRAFT'
              and hidden is not distinct from cast(:hidden as text)
            order by id
            """)
        .param("client", client.value())
        .param("hidden", hidden)
        .query((r, n) -> new JobId(Row.id(r, "id")))
        .list();
  }

  /** What an operator has still to read. */
  Waiting waiting() {
    return jdbc.sql(
            """
            select count(*) as jobs, min(coalesce(review_since, paused_at)) as oldest
            from jobs.post
            where (stage = 'IN_REVIEW' or paused_by = 'HOUSE') and hidden is null
            """)
        .query((r, n) -> new Waiting(Row.bigint(r, "jobs"), Row.instantOrNull(r, "oldest")))
        .single();
  }

  private Whole whole(ResultSet r) throws SQLException {
    return new Whole(JobStore.jobOf(r), rows.read(r));
  }
}
