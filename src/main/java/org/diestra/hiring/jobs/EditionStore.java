package org.diestra.hiring.jobs;

import static org.diestra.platform.data.Row.at;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What jobs say: the copy being worked on (number 0) and each published edition. */
@Repository
class EditionStore {
  /** The copy that is being worked on. */
  static final int WORKING = 0;

  private static final String COLUMNS =
      """
      title, about, areas, answers, hourly, per_task, currency, hours_week, tasks, rhythm, span,
      languages, overlap, week, zone, start_on, questions, instructions, manual\
      """;

  private final JdbcClient jdbc;
  private final SketchRows rows;

  EditionStore(JdbcClient jdbc, SketchRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /** Writes that edition, over what stood there. */
  void put(JobId job, int number, Sketch sketch, PersonId by, Instant now) {
    var row = new HashMap<String, @Nullable Object>();
    row.put("post", job.value());
    row.put("number", number);
    row.put("by", by.value());
    row.put("now", at(now));
    rows.write(sketch, row);
    jdbc.sql(
            """
            insert into jobs.edition (post, number, made_at, made_by, %s)
            values (:post, :number, :now, :by,
              :title, :about, :areas, cast(:answers as jsonb), :hourly, :perTask, :currency,
              :hoursWeek, :tasks, :rhythm, :span, :languages, :overlap, :week, :zone, :startOn,
              :questions, :instructions, :manual)
            on conflict (post, number) do update
            set (made_at, made_by, %s) = row (excluded.made_at, excluded.made_by, %s)
            """
                .formatted(COLUMNS, COLUMNS, COLUMNS.replaceAll("\\w+", "excluded.$0")))
        .params(row)
        .update();
  }

  Optional<Sketch> find(JobId job, int number) {
    return jdbc.sql("select * from jobs.edition where post = :post and number = :number")
        .param("post", job.value())
        .param("number", number)
        .query((r, n) -> rows.read(r))
        .optional();
  }

  /** Every edition by its number, the working copy included. */
  Map<Integer, Edition> all(JobId job) {
    var found = new LinkedHashMap<Integer, Edition>();
    jdbc.sql("select * from jobs.edition where post = :post order by number")
        .param("post", job.value())
        .query((r, n) -> Edition.of(r, rows.read(r)))
        .list()
        .forEach(edition -> found.put(edition.number(), edition));
    return found;
  }

  boolean removeWorking(JobId job) {
    return jdbc.sql("delete from jobs.edition where post = :post and number = 0")
            .param("post", job.value())
            .update()
        == 1;
  }

  /** Gives an edition another number; what stood there is gone. */
  void rename(JobId job, int from, int to) {
    jdbc.sql("delete from jobs.edition where post = :post and number = :to")
        .param("post", job.value())
        .param("to", to)
        .update();
    int rows =
        jdbc.sql("update jobs.edition set number = :to where post = :post and number = :from")
            .param("post", job.value())
            .param("from", from)
            .param("to", to)
            .update();
    if (rows != 1) {
      throw new IllegalStateException("no edition " + from + " of " + job);
    }
  }

  /** The client's other jobs that are open or paused, newest first, at most 50. */
  Map<JobId, Terms> running(OrganisationId client, JobId except) {
    return byJob(
        """
        select e.*
        from jobs.post p
        join jobs.edition e on e.post = p.id and e.number = p.edition
        where p.client = :client and p.id <> :except and p.stage in ('OPEN', 'PAUSED', 'IN_REVIEW')
        order by p.changed_at desc, p.id desc
        limit 50
        """,
        Map.of("client", client.value(), "except", except.value()));
  }

  /** The editions in force. */
  Map<JobId, Terms> inForce(Collection<JobId> jobs) {
    return byJob(
        """
        select e.*
        from jobs.post p
        join jobs.edition e on e.post = p.id and e.number = p.edition
        where p.id = any(:ids) and p.edition > 0
        """,
        Map.of("ids", jobs.stream().map(JobId::value).toArray(UUID[]::new)));
  }

  private Map<JobId, Terms> byJob(String sql, Map<String, Object> params) {
    var found = new LinkedHashMap<JobId, Terms>();
    List<Edition> all =
        jdbc.sql(sql).params(params).query((r, n) -> Edition.of(r, rows.read(r))).list();
    all.forEach(edition -> found.put(edition.job(), edition.terms()));
    return found;
  }
}
