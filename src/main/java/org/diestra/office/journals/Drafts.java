package org.diestra.office.journals;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.text;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.diestra.office.books.Desk;
import org.diestra.platform.base.Hash;
import org.diestra.platform.data.HouseRights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Journals that somebody brought and has not taken in: one each, kept for two days. */
@Repository
class Drafts {
  private static final Duration KEPT = Duration.ofDays(2);
  private final JdbcClient jdbc;
  private final HouseRights house;
  private final Clock clock;

  Drafts(JdbcClient jdbc, HouseRights house, Clock clock) {
    this.jdbc = jdbc;
    this.house = house;
    this.clock = clock;
  }

  /** A file that waits. */
  record Draft(String name, byte[] content) {
    /** What a form says that it was made from. */
    String seen() {
      return Hash.of(content).substring(0, 16);
    }
  }

  /** In the place of the one that was there. */
  @Transactional
  public void keep(Desk desk, Draft draft) {
    jdbc.sql(
            """
            insert into journals.draft (workspace, person, name, content, at)
            values (:workspace, :person, :name, :content, :now)
            on conflict (workspace, person) do update
              set name = excluded.name, content = excluded.content, at = excluded.at
            """)
        .param("workspace", desk.book().workspace().value())
        .param("person", desk.pass().viewer().id().value())
        .param("name", draft.name())
        .param("content", draft.content())
        .param("now", at(clock.instant()))
        .update();
  }

  @Transactional(readOnly = true)
  public Optional<Draft> find(Desk desk) {
    return jdbc.sql(
            "select name, content from journals.draft where workspace = :workspace and person = :person")
        .param("workspace", desk.book().workspace().value())
        .param("person", desk.pass().viewer().id().value())
        .query((r, n) -> new Draft(text(r, "name"), bytes(r, "content")))
        .optional();
  }

  /** Only its name, for a page that need not read it. */
  @Transactional(readOnly = true)
  public Optional<String> waiting(Desk desk) {
    return jdbc.sql(
            "select name from journals.draft where workspace = :workspace and person = :person")
        .param("workspace", desk.book().workspace().value())
        .param("person", desk.pass().viewer().id().value())
        .query((r, n) -> text(r, "name"))
        .optional();
  }

  @Transactional
  public void drop(Desk desk) {
    jdbc.sql("delete from journals.draft where workspace = :workspace and person = :person")
        .param("workspace", desk.book().workspace().value())
        .param("person", desk.pass().viewer().id().value())
        .update();
  }

  /** Files that nobody came back to go after two days. */
  @Transactional
  public void sweep() {
    house.call(() ->
        jdbc.sql("delete from journals.draft where at < :than")
            .param("than", at(clock.instant().minus(KEPT)))
            .update());
  }
}
