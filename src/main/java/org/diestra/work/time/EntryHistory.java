package org.diestra.work.time;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.work.time.Entry.Said;
import org.diestra.work.time.Entry.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How lines moved and what stood in them before; only added to. */
@Repository
class EntryHistory {
  private final JdbcClient jdbc;

  EntryHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One step of a line.
   *
   * @param person who did it, null for the time's
   * @param words what was said, null for nothing
   */
  record Move(
      EntryId entry,
      int version,
      State from,
      State to,
      @Nullable PersonId person,
      @Nullable String words,
      Instant at) {}

  /** What stood in a submitted line, and why it was corrected. */
  record Change(EntryId entry, int version, Said before, String reason, Instant at) {}

  void moved(Entry before, Entry after, @Nullable PersonId person, @Nullable String words) {
    movedAll(List.of(before), List.of(after), person, words, after.facts().since());
  }

  /** The same for many at once, in the same order. */
  void movedAll(
      List<Entry> before,
      List<Entry> after,
      @Nullable PersonId person,
      @Nullable String words,
      Instant now) {
    jdbc.sql(
            """
            insert into "time".move (entry, version, from_state, to_state, person, words, at)
            select x.id, x.version, x.before, x.after, cast(:person as uuid), :words, :at
            from unnest(:ids, :versions, :befores, :afters) as x(id, version, before, after)
            """)
        .param("ids", after.stream().map(e -> e.facts().id().value()).toArray(UUID[]::new))
        .param("versions", after.stream().map(e -> e.facts().version()).toArray(Integer[]::new))
        .param("befores", before.stream().map(e -> e.state().name()).toArray(String[]::new))
        .param("afters", after.stream().map(e -> e.state().name()).toArray(String[]::new))
        .param("person", person == null ? null : person.value())
        .param("words", words)
        .param("at", at(now))
        .update();
  }

  void changed(Entry before, Entry after, PersonId person, String reason, Instant now) {
    var said = before.facts().said();
    jdbc.sql(
            """
            insert into "time".change
              (entry, version, started_at, ended_at, task, note, person, reason, at)
            values (:entry, :version, :from, :to, cast(:task as uuid), :note, :person, :reason, :at)
            """)
        .param("entry", after.facts().id().value())
        .param("version", after.facts().version())
        .param("from", at(said.span().from()))
        .param("to", at(said.span().to()))
        .param("task", said.task())
        .param("note", said.note())
        .param("person", person.value())
        .param("reason", reason)
        .param("at", at(now))
        .update();
  }

  /** What was said about these lines, in order. */
  List<Move> moves(Collection<EntryId> entries) {
    return jdbc.sql(
            """
            select * from "time".move where entry = any(:entries)
            order by entry, version
            """)
        .param("entries", ids(entries))
        .query((r, n) -> {
          var person = idOrNull(r, "person");
          return new Move(
              new EntryId(id(r, "entry")),
              integer(r, "version"),
              label(r, "from_state", State.class),
              label(r, "to_state", State.class),
              person == null ? null : new PersonId(person),
              textOrNull(r, "words"),
              instant(r, "at"));
        })
        .list();
  }

  /** What stood in these lines before, in order. */
  List<Change> changes(Collection<EntryId> entries) {
    return jdbc.sql(
            """
            select * from "time".change where entry = any(:entries)
            order by entry, version
            """)
        .param("entries", ids(entries))
        .query((r, n) ->
            new Change(
                new EntryId(id(r, "entry")),
                integer(r, "version"),
                new Said(
                    new Span(instant(r, "started_at"), instant(r, "ended_at")),
                    idOrNull(r, "task"),
                    text(r, "note")),
                text(r, "reason"),
                instant(r, "at")))
        .list();
  }

  private static UUID[] ids(Collection<EntryId> entries) {
    return entries.stream().map(EntryId::value).toArray(UUID[]::new);
  }
}
