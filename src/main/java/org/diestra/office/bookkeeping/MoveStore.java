package org.diestra.office.bookkeeping;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.textOrNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diestra.office.bookkeeping.Entry.State;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what with entries. */
@Repository
class MoveStore {
  private final JdbcClient jdbc;

  MoveStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A step, with who made it and what was said. */
  record Move(@Nullable State from, State to, PersonId person, @Nullable String words, Instant at) {
    /** Of the message that says what it was. */
    String key() {
      return "bookkeeping.move."
          + (from == null
              ? "made"
              : from == to
                  ? to == State.PROPOSED ? "account" : "written"
                  : from == State.PROPOSED && to == State.DRAFT ? "withdrawn" : to.slug());
    }
  }

  /** The first first. */
  List<Move> of(EntryId id) {
    return jdbc.sql("select * from bookkeeping.move where entry = :entry order by version")
        .param("entry", id.value())
        .query((r, n) -> {
          var from = textOrNull(r, "from_state");
          return new Move(
              from == null ? null : State.valueOf(from),
              label(r, "to_state", State.class),
              new PersonId(id(r, "person")),
              textOrNull(r, "words"),
              instant(r, "at"));
        })
        .list();
  }

  void remember(@Nullable State from, Entry after, PersonId by, @Nullable String words) {
    jdbc.sql(
            """
            insert into bookkeeping.move (entry, version, workspace, from_state, to_state, person,
              words, at)
            values (:entry, :version, :workspace, :from, :to, :by, :words, :at)
            """)
        .param("entry", after.facts().id().value())
        .param("version", after.facts().version())
        .param("workspace", after.facts().workspace().value())
        .param("from", from == null ? null : from.name())
        .param("to", after.state().name())
        .param("by", by.value())
        .param("words", words)
        .param("at", at(after.facts().since()))
        .update();
  }

  /** All of these were posted at once. */
  void posted(WorkspaceId workspace, UUID[] ids, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into bookkeeping.move (entry, version, workspace, from_state, to_state, person, at)
            select id, version, workspace, 'PROPOSED', 'POSTED', :by, :now
            from bookkeeping.entry where workspace = :workspace and id = any(:ids)
            """)
        .param("workspace", workspace.value())
        .param("ids", ids)
        .param("by", by.value())
        .param("now", at(now))
        .update();
  }
}
