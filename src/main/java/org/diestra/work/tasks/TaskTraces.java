package org.diestra.work.tasks;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.text;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.WorkTrace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What somebody did to the tasks of a contract: moved them, ticked something off. */
@Repository
class TaskTraces implements WorkTrace {
  private final JdbcClient jdbc;

  TaskTraces(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional(readOnly = true)
  @Override
  public List<Trace> of(ContractId contract, PersonId person, Instant from, Instant to) {
    return jdbc.sql(
            """
            select t.id, t.title, 'TICK' what, k.at from tasks.tick k
            join tasks.task t on t.id = k.task and t.contract = :contract
            where k.person = :person and k.at >= :from and k.at < :to
            union all
            select t.id, t.title, m.to_stage, m.at from tasks.task t
            join tasks.move m on m.task = t.id
            where t.contract = :contract and m.person = :person and m.at >= :from and m.at < :to
            order by at limit :limit
            """)
        .param("contract", contract.value())
        .param("person", person.value())
        .param("from", at(from))
        .param("to", at(to))
        .param("limit", MOST)
        .query((r, n) ->
            new Trace(
                instant(r, "at"),
                "tasks.trace." + text(r, "what").toLowerCase(Locale.ROOT).replace('_', '-'),
                List.of(text(r, "title")),
                "/contracts/" + contract + "/tasks/" + Ids.text(id(r, "id"))))
        .list();
  }
}
