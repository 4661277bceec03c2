package org.diestra.work.tasks;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.boolOrNull;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.ids;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.labelOrNull;
import static org.diestra.platform.data.Row.moneyOrNull;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;
import static org.diestra.platform.data.Row.texts;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.blobs.BlobId;
import org.diestra.work.contracts.Side;
import org.diestra.work.tasks.Task.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to tasks: moves, what was delivered and what was missing. Only added to. */
@Repository
class TraceStore {
  private final JdbcClient jdbc;

  TraceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void note(TaskId task, TaskMove move) {
    jdbc.sql(
            """
            insert into tasks.move (task, version, from_stage, to_stage, side, person, words,
              released, counts, at)
            values (:task, :version, :from, :to, :side, :person, :words, :released, :counts, :at)
            """)
        .param("task", task.value())
        .param("version", move.version())
        .param("from", move.from() == null ? null : move.from().name())
        .param("to", move.to().name())
        .param("side", move.side() == null ? null : move.side().name())
        .param("person", move.person() == null ? null : move.person().value())
        .param("words", move.words())
        .param("released", move.released() == null ? null : move.released().minor())
        .param("counts", move.counts())
        .param("at", at(move.at()))
        .update();
  }

  /** From the first to the last. */
  List<TaskMove> moves(TaskId task) {
    return jdbc.sql(
            """
            select m.*, t.currency from tasks.move m join tasks.task t on t.id = m.task
            where m.task = :task order by m.version
            """)
        .param("task", task.value())
        .query((r, n) -> {
          var person = idOrNull(r, "person");
          return new TaskMove(
              integer(r, "version"),
              labelOrNull(r, "from_stage", Stage.class),
              label(r, "to_stage", Stage.class),
              labelOrNull(r, "side", Side.class),
              person == null ? null : new PersonId(person),
              textOrNull(r, "words"),
              moneyOrNull(r, "released", "currency"),
              boolOrNull(r, "counts"),
              instant(r, "at"));
        })
        .list();
  }

  void deliver(TaskId task, Delivery it) {
    jdbc.sql(
            """
            insert into tasks.delivery (task, version, round, links, files)
            values (:task, :version, :round, :links, :files)
            """)
        .param("task", task.value())
        .param("version", it.version())
        .param("round", it.round())
        .param("links", it.links().toArray(String[]::new))
        .param("files", it.files().stream().map(BlobId::value).toArray(UUID[]::new))
        .update();
  }

  /** The newest first. */
  List<Delivery> deliveries(TaskId task) {
    return jdbc.sql(
            """
            select d.*, m.words, m.at from tasks.delivery d
            join tasks.move m on m.task = d.task and m.version = d.version
            where d.task = :task order by d.round desc
            """)
        .param("task", task.value())
        .query((r, n) ->
            new Delivery(
                integer(r, "version"),
                integer(r, "round"),
                textOrNull(r, "words"),
                texts(r, "links"),
                ids(r, "files").stream().map(BlobId::new).toList(),
                instant(r, "at")))
        .list();
  }

  /** Whether that file was delivered with the task. */
  boolean holds(TaskId task, BlobId file) {
    return jdbc.sql(
            "select exists (select from tasks.delivery where task = :task and :file = any (files))")
        .param("task", task.value())
        .param("file", file.value())
        .query(Boolean.class)
        .single();
  }

  void remark(TaskId task, int version, List<Remark> remarks) {
    for (int i = 0; i < remarks.size(); i++) {
      var it = remarks.get(i);
      jdbc.sql(
              """
              insert into tasks.remark (task, version, place, criterion, step, cited, words)
              values (:task, :version, :place, :criterion, :step, :cited, :words)
              """)
          .param("task", task.value())
          .param("version", version)
          .param("place", i)
          .param("criterion", it.criterion())
          .param("step", it.step())
          .param("cited", it.cited())
          .param("words", it.words())
          .update();
    }
  }

  /** By the version of the task that the request brought about. */
  Map<Integer, List<Remark>> remarks(TaskId task) {
    record Numbered(int version, Remark remark) {}
    return jdbc
        .sql("select * from tasks.remark where task = :task order by version, place")
        .param("task", task.value())
        .query((r, n) ->
            new Numbered(
                integer(r, "version"),
                new Remark(
                    idOrNull(r, "criterion"),
                    idOrNull(r, "step"),
                    text(r, "cited"),
                    text(r, "words"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Numbered::version, Collectors.mapping(Numbered::remark, Collectors.toList())));
  }
}
