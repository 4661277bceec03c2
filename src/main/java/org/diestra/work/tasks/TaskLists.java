package org.diestra.work.tasks;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;
import static org.diestra.work.tasks.TaskRows.ALL;

import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.Task.Stage;
import org.diestra.work.tasks.Tasks.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tasks as pages list them; row security shows each person those of its own side. */
@Repository
class TaskLists {
  private final JdbcClient jdbc;

  TaskLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Of a contract, what is due first first.
   *
   * @param stages which of them
   * @param after the number of the last one of the page before, or null for the first
   */
  List<Task> of(ContractId contract, Collection<Stage> stages, @Nullable Integer after, int limit) {
    return jdbc.sql(
            ALL
                + """
                where t.contract = :contract and t.stage = any (:stages)
                  and (:after::int is null or (coalesce(t.due_at, 'infinity'), t.number) >
                    (select coalesce(a.due_at, 'infinity'), a.number from tasks.task a
                      where a.contract = :contract and a.number = :after))
                order by coalesce(t.due_at, 'infinity'), t.number limit :limit
                """)
        .param("contract", contract.value())
        .param("stages", stages.stream().map(Stage::name).toArray(String[]::new))
        .param("after", after)
        .param("limit", limit)
        .query(TaskRows::task)
        .list();
  }

  /** Of a contract, what came last to one of these stages. */
  List<Task> latest(ContractId contract, Collection<Stage> stages, int limit) {
    return jdbc.sql(
            ALL
                + """
                where t.contract = :contract and t.stage = any (:stages)
                order by t.since desc limit :limit
                """)
        .param("contract", contract.value())
        .param("stages", stages.stream().map(Stage::name).toArray(String[]::new))
        .param("limit", limit)
        .query(TaskRows::task)
        .list();
  }

  /** Of a contract, what falls due in that time. */
  List<Task> due(ContractId contract, Instant from, Instant to, int limit) {
    return jdbc.sql(
            ALL
                + """
                where t.contract = :contract and t.due_at >= :from and t.due_at < :to
                  and t.stage <> 'CANCELLED'
                order by t.due_at, t.number limit :limit
                """)
        .param("contract", contract.value())
        .param("from", at(from))
        .param("to", at(to))
        .param("limit", limit)
        .query(TaskRows::task)
        .list();
  }

  /** What the caller sees of what falls due in that time, in a workspace or in all of them. */
  List<Task> due(@Nullable WorkspaceId workspace, Instant from, Instant to, int limit) {
    return jdbc.sql(
            ALL
                + """
                where t.due_at >= :from and t.due_at < :to and t.stage <> 'CANCELLED'
                  and (cast(:workspace as uuid) is null or t.workspace = :workspace)
                order by t.due_at, t.number limit :limit
                """)
        .param("workspace", workspace == null ? null : workspace.value(), Types.OTHER)
        .param("from", at(from))
        .param("to", at(to))
        .param("limit", limit)
        .query(TaskRows::task)
        .list();
  }

  /**
   * What waits for clients' word: deliveries and what was proposed to them.
   *
   * @param approving whose deliveries
   * @param hiring whose proposals
   */
  List<Task> forClients(Collection<UUID> approving, Collection<UUID> hiring, int limit) {
    return jdbc.sql(
            ALL
                + """
                where t.stage = 'DELIVERED' and t.organisation = any (:approving)
                  or t.stage = 'PROPOSED' and t.by_side = 'ASSISTANT'
                    and t.organisation = any (:hiring)
                order by coalesce(t.closes_at, t.since) limit :limit
                """)
        .param("approving", approving.toArray(UUID[]::new))
        .param("hiring", hiring.toArray(UUID[]::new))
        .param("limit", limit)
        .query(TaskRows::task)
        .list();
  }

  /** What this assistant has before itself, what is due first first. */
  List<Task> forAssistant(PersonId assistant, int limit) {
    return jdbc.sql(
            ALL
                + """
                where t.assistant = :assistant
                  and (t.stage in ('AGREED', 'FUNDED', 'IN_PROGRESS', 'CHANGES_REQUESTED')
                    or t.stage = 'PROPOSED' and t.by_side = 'CLIENT')
                order by coalesce(t.due_at, 'infinity'), t.since limit :limit
                """)
        .param("assistant", assistant.value())
        .param("limit", limit)
        .query(TaskRows::task)
        .list();
  }

  /** What was agreed for a price, the newest first. */
  List<Task> priced(ContractId contract, int limit) {
    return jdbc.sql(
            ALL
                + """
                where t.contract = :contract and t.price > 0 and t.agreed_at is not null
                order by t.number desc limit :limit
                """)
        .param("contract", contract.value())
        .param("limit", limit)
        .query(TaskRows::task)
        .list();
  }

  /** Agreed for a price and not over, the longest first. */
  List<Task> unfunded(Collection<OrganisationId> clients, int limit) {
    return jdbc.sql(
            ALL
                + """
                where t.organisation = any (:clients) and t.price > 0 and t.stage in
                  ('AGREED', 'IN_PROGRESS', 'DELIVERED', 'CHANGES_REQUESTED')
                order by t.since limit :limit
                """)
        .param("clients", clients.stream().map(OrganisationId::value).toArray(UUID[]::new))
        .param("limit", limit)
        .query(TaskRows::task)
        .list();
  }

  Map<TaskId, String> titles(Collection<TaskId> ids) {
    var titles = new HashMap<TaskId, String>();
    jdbc.sql("select id, title from tasks.task where id = any (:ids)")
        .param("ids", ids.stream().map(TaskId::value).toArray(UUID[]::new))
        .query(r -> {
          titles.put(new TaskId(id(r, "id")), text(r, "title"));
        });
    return titles;
  }

  /** Nothing of it was begun. */
  List<Task> waiting(ContractId contract) {
    return jdbc.sql(
            ALL
                + """
                where t.contract = :contract and not t.hand_over
                  and t.stage in ('PROPOSED', 'AGREED', 'FUNDED')
                order by t.id
                """)
        .param("contract", contract.value())
        .query(TaskRows::task)
        .list();
  }

  List<Subject> subjects(ContractId contract, int limit) {
    return jdbc.sql(
            """
            select id, title, stage from tasks.task
            where contract = :contract and agreed_at is not null
            order by number desc limit :limit
            """)
        .param("contract", contract.value())
        .param("limit", limit)
        .query((r, n) ->
            new Subject(
                new TaskId(id(r, "id")), text(r, "title"), !label(r, "stage", Stage.class).over()))
        .list();
  }
}
