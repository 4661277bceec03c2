package org.diestra.office.publishing;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what with posts, and what they said after each writing. */
@Repository
class MoveStore {
  private static final int MOST = 300;
  private final JdbcClient jdbc;

  MoveStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A step.
   *
   * @param person null for the house
   * @param words a person's, or a message's key
   */
  record Move(
      int version,
      @Nullable State from,
      State to,
      @Nullable PersonId person,
      @Nullable String words,
      Instant at) {
    /** Of the message that says what it was. */
    String key() {
      return "publishing.move."
          + (from == null ? "made" : from == to ? "written" : to.name().toLowerCase(Locale.ROOT));
    }
  }

  /** The latest first, at most 300. */
  List<Move> of(PostId id) {
    return jdbc.sql(
            "select * from publishing.move where post = :post order by version desc limit :most")
        .param("post", id.value())
        .param("most", MOST)
        .query((r, n) -> {
          var from = textOrNull(r, "from_state");
          var person = idOrNull(r, "person");
          return new Move(
              integer(r, "version"),
              from == null ? null : State.valueOf(from),
              label(r, "to_state", State.class),
              person == null ? null : new PersonId(person),
              textOrNull(r, "words"),
              instant(r, "at"));
        })
        .list();
  }

  void remember(@Nullable State from, Post after, @Nullable PersonId by, @Nullable String words) {
    jdbc.sql(
            """
            insert into publishing.move (post, version, from_state, to_state, person, words, at)
            values (:post, :version, :from, :to, :by, :words, :at)
            """)
        .param("post", after.id().value())
        .param("version", after.version())
        .param("from", from == null ? null : from.name(), Types.VARCHAR)
        .param("to", after.state().name())
        .param("by", by == null ? null : by.value(), Types.OTHER)
        .param("words", words, Types.VARCHAR)
        .param("at", at(after.since()))
        .update();
  }

  void revised(Post after) {
    jdbc.sql(
            """
            insert into publishing.revision (post, version, title, text, person, at)
            values (:post, :version, :title, :text, :by, :at)
            """)
        .param("post", after.id().value())
        .param("version", after.version())
        .param("title", after.content().title())
        .param("text", after.content().text())
        .param("by", after.writtenBy().value())
        .param("at", at(after.since()))
        .update();
  }

  /** A writing, without what it said. */
  record Revision(int version, PersonId person, Instant at) {}

  /** The latest first, at most 300. */
  List<Revision> revisions(PostId id) {
    return jdbc.sql(
            """
            select version, person, at from publishing.revision where post = :post
            order by version desc limit :most
            """)
        .param("post", id.value())
        .param("most", MOST)
        .query((r, n) ->
            new Revision(integer(r, "version"), new PersonId(id(r, "person")), instant(r, "at")))
        .list();
  }

  /** What it said then: its title, an empty line, its text. */
  Optional<String> said(PostId id, int version) {
    return jdbc.sql(
            "select title, text from publishing.revision where post = :post and version = :version")
        .param("post", id.value())
        .param("version", version)
        .query((r, n) -> (text(r, "title") + "\n\n" + text(r, "text")).strip())
        .optional();
  }
}
