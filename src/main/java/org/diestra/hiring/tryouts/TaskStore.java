package org.diestra.hiring.tryouts;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.ids;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.blobs.BlobId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What clients asked for, and what was held back. */
@Repository
class TaskStore {
  private final JdbcClient jdbc;

  TaskStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A task and everybody it was given to and not taken back from. */
  record Held(Task task, List<PersonId> bidders) {}

  /** A client whose requests looked like work in slices. */
  record Flag(
      UUID id,
      JobId job,
      OrganisationId organisation,
      Instant at,
      int bidders,
      List<TaskId> tasks,
      String held) {}

  /** One request of a client after the other, so that two at once are not each the fifth. */
  void lock(OrganisationId client) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('tryouts.' || :client, 0))")
        .param("client", client.value().toString())
        .query((r, n) -> true)
        .single();
  }

  void add(Task task) {
    var file = task.file();
    jdbc.sql(
            """
            insert into tryouts.task
              (id, job, organisation, asked_by, what, minutes, file, head, due_on, declared_at)
            values (:id, :job, :organisation, :by, :what, :minutes, :file, :head, :due, :at)
            """)
        .param("id", task.id().value())
        .param("job", task.job().value())
        .param("organisation", task.organisation().value())
        .param("by", task.by().value())
        .param("what", task.what())
        .param("minutes", task.minutes())
        .param("file", file == null ? null : file.value())
        .param("head", task.head())
        .param("due", task.dueOn())
        .param("at", at(task.at()))
        .update();
  }

  /** What the client gave out for this job ever, and for others since then, after the last flag. */
  List<Held> before(OrganisationId client, JobId job, Instant since) {
    return jdbc.sql(
            """
            select k.id as task_id, k.*, array_agg(t.person) as bidders
            from tryouts.task k join tryouts.tryout t on t.task = k.id and t.state <> 'WITHDRAWN'
            where k.organisation = :client and (k.job = :job or k.declared_at >= :since)
              and k.declared_at > coalesce(
                (select max(f.at) from tryouts.flag f where f.organisation = :client), '-infinity')
            group by k.id order by k.declared_at desc limit 200
            """)
        .param("client", client.value())
        .param("job", job.value())
        .param("since", at(since))
        .query(
            (r, n) -> new Held(taskOf(r), ids(r, "bidders").stream().map(PersonId::new).toList()))
        .list();
  }

  /** When an operator was last asked to look at this client. */
  Optional<Instant> lastFlag(OrganisationId client) {
    return jdbc.sql(
            "select at from tryouts.flag where organisation = :client order by at desc limit 1")
        .param("client", client.value())
        .query((r, n) -> instant(r, "at"))
        .optional();
  }

  void flag(Flag flag) {
    jdbc.sql(
            """
            insert into tryouts.flag (id, job, organisation, at, bidders, tasks, held)
            values (:id, :job, :organisation, :at, :bidders, :tasks, :held)
            """)
        .param("id", flag.id())
        .param("job", flag.job().value())
        .param("organisation", flag.organisation().value())
        .param("at", at(flag.at()))
        .param("bidders", flag.bidders())
        .param("tasks", values(flag.tasks()))
        .param("held", flag.held())
        .update();
  }

  /** The newest first. */
  List<Flag> flags(int limit) {
    return jdbc.sql("select * from tryouts.flag order by at desc, id limit :limit")
        .param("limit", limit)
        .query((r, n) ->
            new Flag(
                id(r, "id"),
                new JobId(id(r, "job")),
                new OrganisationId(id(r, "organisation")),
                instant(r, "at"),
                integer(r, "bidders"),
                ids(r, "tasks").stream().map(TaskId::new).toList(),
                text(r, "held")))
        .list();
  }

  List<Task> all(Collection<TaskId> tasks) {
    return jdbc.sql(
            "select k.id as task_id, k.* from tryouts.task k where id = any(:ids) order by declared_at")
        .param("ids", values(tasks))
        .query((r, n) -> taskOf(r))
        .list();
  }

  /** From a row that calls the task's id {@code task_id}. */
  static Task taskOf(ResultSet r) throws SQLException {
    var file = idOrNull(r, "file");
    return new Task(
        new TaskId(id(r, "task_id")),
        new JobId(id(r, "job")),
        new OrganisationId(id(r, "organisation")),
        new PersonId(id(r, "asked_by")),
        text(r, "what"),
        integer(r, "minutes"),
        file == null ? null : new BlobId(file),
        textOrNull(r, "head"),
        date(r, "due_on"),
        instant(r, "declared_at"));
  }

  private static UUID[] values(Collection<TaskId> tasks) {
    return tasks.stream().map(TaskId::value).toArray(UUID[]::new);
  }
}
