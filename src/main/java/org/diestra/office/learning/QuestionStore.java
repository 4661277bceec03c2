package org.diestra.office.learning;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.learning.Question.State;
import org.diestra.office.manuals.ProcedureId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Questions; row security shows each person those of the procedures it may read. */
@Repository
class QuestionStore {
  private final JdbcClient jdbc;

  QuestionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Question question) {
    jdbc.sql(
            """
            insert into learning.question
              (id, procedure, number, step, step_title, asker, text, asked_at, state)
            values (:id, :procedure, :number, :step, :title, :asker, :text, :at, 'ASKED')
            """)
        .param("id", question.id().value())
        .param("procedure", question.procedure().value())
        .param("number", question.number())
        .param("step", question.step())
        .param("title", question.stepTitle())
        .param("asker", question.asker().value())
        .param("text", question.text())
        .param("at", at(question.askedAt()))
        .update();
  }

  Optional<Question> find(QuestionId id) {
    return jdbc.sql("select * from learning.question where id = :id")
        .param("id", id.value())
        .query((r, n) -> question(r))
        .optional();
  }

  /** Those of a procedure, the newest first, at most 200. */
  List<Question> of(ProcedureId procedure) {
    return jdbc.sql(
            """
            select * from learning.question where procedure = :procedure
            order by asked_at desc, id desc limit 200
            """)
        .param("procedure", procedure.value())
        .query((r, n) -> question(r))
        .list();
  }

  /**
   * When somebody asked, and was answered.
   *
   * @param answeredAt the end of time where it is not answered yet
   */
  record Asked(ProcedureId procedure, Instant at, Instant answeredAt) {}

  /** What that person asked on these, in order. */
  List<Asked> asked(PersonId asker, Collection<ProcedureId> procedures) {
    return jdbc.sql(
            """
            select procedure, asked_at, answered_at from learning.question
            where asker = :asker and procedure = any (:procedures) order by asked_at
            """)
        .param("asker", asker.value())
        .param("procedures", procedures.stream().map(ProcedureId::value).toArray(UUID[]::new))
        .query((r, n) -> {
          var answered = instantOrNull(r, "answered_at");
          return new Asked(
              new ProcedureId(id(r, "procedure")),
              instant(r, "asked_at"),
              answered == null ? Instant.MAX : answered);
        })
        .list();
  }

  boolean answer(QuestionId id, String answer, PersonId by, Instant now) {
    return jdbc.sql(
                """
                update learning.question set state = 'ANSWERED', answer = :answer,
                  answered_by = :by, answered_at = :now
                where id = :id and state = 'ASKED'
                """)
            .param("answer", answer)
            .param("by", by.value())
            .param("now", at(now))
            .param("id", id.value())
            .update()
        == 1;
  }

  boolean settle(QuestionId id, State state, PersonId by, Instant now) {
    return jdbc.sql(
                """
                update learning.question set state = :state, settled_by = :by, settled_at = :now
                where id = :id and state = 'ANSWERED'
                """)
            .param("state", state.name())
            .param("by", by.value())
            .param("now", at(now))
            .param("id", id.value())
            .update()
        == 1;
  }

  /** A question that nobody has answered, with the procedure it is about. */
  record Open(
      ProcedureId procedure, WorkspaceId workspace, String title, String step, Instant since) {}

  /** Those without an answer in these workspaces, the oldest first, at most 20. */
  List<Open> open(List<WorkspaceId> workspaces) {
    return jdbc.sql(
            """
            select p.id, p.workspace, p.title, q.step_title, q.asked_at
            from learning.question q join manuals.procedure p on p.id = q.procedure
            where p.workspace = any (:workspaces) and q.state = 'ASKED' and p.archived_at is null
            order by q.asked_at limit 20
            """)
        .param("workspaces", workspaces.stream().map(WorkspaceId::value).toArray(UUID[]::new))
        .query((r, n) ->
            new Open(
                new ProcedureId(id(r, "id")),
                new WorkspaceId(id(r, "workspace")),
                text(r, "title"),
                text(r, "step_title"),
                instant(r, "asked_at")))
        .list();
  }

  private static Question question(ResultSet r) throws SQLException {
    var answeredBy = idOrNull(r, "answered_by");
    return new Question(
        new QuestionId(id(r, "id")),
        new ProcedureId(id(r, "procedure")),
        integer(r, "number"),
        id(r, "step"),
        text(r, "step_title"),
        new PersonId(id(r, "asker")),
        text(r, "text"),
        instant(r, "asked_at"),
        label(r, "state", State.class),
        textOrNull(r, "answer"),
        answeredBy == null ? null : new PersonId(answeredBy),
        instantOrNull(r, "answered_at"));
  }
}
