package org.diestra.office.travel;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.labelOrNull;
import static org.diestra.platform.data.Row.textOrNull;

import java.time.Instant;
import java.util.List;
import org.diestra.office.travel.Trip.State;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what with trips. */
@Repository
class MoveStore {
  /** Characters of what is said with a step. */
  static final int LONGEST = 2000;

  private static final int MOST = 300;
  private final JdbcClient jdbc;

  MoveStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A step.
   *
   * @param person who made it, or null for its time
   * @param words what was said with it, or null
   */
  record Move(
      @Nullable State from,
      State to,
      @Nullable PersonId person,
      @Nullable String words,
      Instant at) {
    /** Of the message that says what it was. */
    String key() {
      if (from == null) {
        return "travel.move.made";
      }
      if (from == to) {
        return from == State.REQUESTED || from == State.RESEARCHING
            ? "travel.move.rewritten"
            : "travel.move.changed";
      }
      return to == State.RESEARCHING && from != State.REQUESTED
          ? "travel.move.returned"
          : "travel.move." + to.slug();
    }
  }

  /** The first first; of very many the last. */
  List<Move> of(TripId id) {
    return jdbc.sql(
            """
            select * from (select * from travel.move where trip = :trip
              order by version desc limit :most) m order by version
            """)
        .param("trip", id.value())
        .param("most", MOST)
        .query((r, n) -> {
          var person = idOrNull(r, "person");
          return new Move(
              labelOrNull(r, "from_state", State.class),
              label(r, "to_state", State.class),
              person == null ? null : new PersonId(person),
              textOrNull(r, "words"),
              instant(r, "at"));
        })
        .list();
  }

  void remember(@Nullable State from, Trip after, @Nullable PersonId by, @Nullable String words) {
    jdbc.sql(
            """
            insert into travel.move (trip, version, workspace, from_state, to_state, person, words,
              at)
            values (:trip, :version, :workspace, cast(:from as text), :to, cast(:by as uuid),
              cast(:words as text), :at)
            """)
        .param("trip", after.facts().id().value())
        .param("version", after.facts().version())
        .param("workspace", after.facts().workspace().value())
        .param("from", from == null ? null : from.name())
        .param("to", after.state().name())
        .param("by", by == null ? null : by.value())
        .param("words", words)
        .param("at", at(after.facts().since()))
        .update();
  }
}
