package org.diestra.office.books;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.dateOrNull;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BookStore {
  private final JdbcClient jdbc;

  BookStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where there are books already. */
  boolean add(Book book, PersonId by, Instant now) {
    return jdbc.sql(
                """
                insert into books.book (workspace, chart, currency, first_month, begins, version,
                  opened_by, opened_at)
                values (:workspace, :chart, :currency, :month, :begins, 1, :by, :now)
                on conflict do nothing
                """)
            .param("workspace", book.workspace().value())
            .param("chart", book.chart().name())
            .param("currency", book.currency().getCurrencyCode())
            .param("month", book.firstMonth())
            .param("begins", book.begins())
            .param("by", by.value())
            .param("now", at(now))
            .update()
        == 1;
  }

  Optional<Book> find(WorkspaceId workspace) {
    return jdbc.sql("select * from books.book where workspace = :workspace")
        .param("workspace", workspace.value())
        .query((r, n) -> book(r))
        .optional();
  }

  /** Somebody's place at them, with whether that person may post. */
  Optional<Desk> desk(Pass pass) {
    return jdbc.sql(
            """
            select b.*, books.checks(b.workspace, :person) as posts from books.book b
            where b.workspace = :workspace
            """)
        .param("workspace", pass.workspace().id().value())
        .param("person", pass.viewer().id().value())
        .query((r, n) -> new Desk(pass, book(r), bool(r, "posts")))
        .optional();
  }

  boolean checks(WorkspaceId workspace, PersonId person) {
    return jdbc.sql("select books.checks(:workspace, :person)")
        .param("workspace", workspace.value())
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  /** As they stand until this transaction ends: nobody closes or reopens them meanwhile. */
  Optional<Book> hold(WorkspaceId workspace) {
    return jdbc.sql("select * from books.book where workspace = :workspace for share")
        .param("workspace", workspace.value())
        .query((r, n) -> book(r))
        .optional();
  }

  /**
   * How far they are closed was changed.
   *
   * @param was before, or null where nothing was closed
   */
  record Closing(
      int version,
      @Nullable LocalDate was,
      @Nullable LocalDate until,
      @Nullable String reason,
      PersonId person,
      Instant at) {
    /** Whether days that were closed are open again. */
    boolean reopens() {
      return until == null || was != null && until.isBefore(was);
    }
  }

  /** False where the books have moved on since they were seen. */
  boolean close(Book seen, Closing closing) {
    int written =
        jdbc.sql(
                """
                insert into books.closing (workspace, version, was, until, reason, person, at)
                values (:workspace, :version, :was, :until, :reason, :person, :at)
                on conflict do nothing
                """)
            .param("workspace", seen.workspace().value())
            .param("version", closing.version())
            .param("was", closing.was())
            .param("until", closing.until())
            .param("reason", closing.reason())
            .param("person", closing.person().value())
            .param("at", at(closing.at()))
            .update();
    return written == 1
        && jdbc.sql(
                    """
                    update books.book set closed_until = :until, version = :version
                    where workspace = :workspace and version = :version - 1
                    """)
                .param("until", closing.until())
                .param("version", closing.version())
                .param("workspace", seen.workspace().value())
                .update()
            == 1;
  }

  /** The latest first. */
  List<Closing> closings(WorkspaceId workspace, int most) {
    return jdbc.sql(
            """
            select * from books.closing where workspace = :workspace
            order by version desc limit :most
            """)
        .param("workspace", workspace.value())
        .param("most", most)
        .query((r, n) ->
            new Closing(
                integer(r, "version"),
                dateOrNull(r, "was"),
                dateOrNull(r, "until"),
                textOrNull(r, "reason"),
                new PersonId(id(r, "person")),
                instant(r, "at")))
        .list();
  }

  /** False where the books have moved on since they were seen. */
  boolean alone(Book seen, boolean alone) {
    return jdbc.sql(
                """
                update books.book set alone = :alone, version = version + 1
                where workspace = :workspace and version = :version
                """)
            .param("alone", alone)
            .param("workspace", seen.workspace().value())
            .param("version", seen.version())
            .update()
        == 1;
  }

  /** How many people may post in them. */
  long checkers(WorkspaceId workspace) {
    return jdbc.sql("select books.checkers(:workspace)")
        .param("workspace", workspace.value())
        .query(Long.class)
        .single();
  }

  private static Book book(ResultSet r) throws SQLException {
    return new Book(
        new WorkspaceId(id(r, "workspace")),
        label(r, "chart", Chart.class),
        Currency.getInstance(text(r, "currency")),
        integer(r, "first_month"),
        date(r, "begins"),
        dateOrNull(r, "closed_until"),
        bool(r, "alone"),
        integer(r, "version"));
  }
}
