package org.diestra.office.contacts;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cards that were taken out, for a month. */
@Repository
class WasteStore {
  private final JdbcClient jdbc;

  WasteStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A card in the trash.
   *
   * @param merged into which other, or null
   */
  record Waste(
      CardId id,
      String name,
      String uid,
      String title,
      String organisation,
      @Nullable UUID merged,
      PersonId removedBy,
      Instant removedAt) {}

  /** What stands in the book is copied here, to be taken out there. */
  void add(WorkspaceId workspace, CardId card, @Nullable UUID merged, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into contacts.waste (id, workspace, name, uid, title, organisation, body, merged,
              made_by, made_at, removed_by, removed_at)
            select id, workspace, name, uid, title, organisation, body, cast(:merged as uuid),
              made_by, made_at, :by, :now
            from contacts.card where id = :id and workspace = :workspace
            """)
        .param("id", card.value())
        .param("workspace", workspace.value())
        .param("merged", merged)
        .param("by", by.value())
        .param("now", at(now))
        .update();
  }

  /**
   * The newest first.
   *
   * @param before where the page begins: behind that, null for the first
   */
  List<Waste> list(
      WorkspaceId workspace, @Nullable Instant before, @Nullable UUID beforeId, int most) {
    return jdbc.sql(
            """
            select * from contacts.waste where workspace = :workspace
              and (cast(:before as timestamptz) is null
                or (removed_at, id) < (cast(:before as timestamptz), cast(:id as uuid)))
            order by removed_at desc, id desc limit :most
            """)
        .param("workspace", workspace.value())
        .param("before", Row.atOrNull(before))
        .param("id", beforeId)
        .param("most", most)
        .query((r, n) -> waste(r))
        .list();
  }

  Optional<Waste> find(WorkspaceId workspace, CardId card) {
    return jdbc.sql("select * from contacts.waste where workspace = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", card.value())
        .query((r, n) -> waste(r))
        .optional();
  }

  private static Waste waste(ResultSet r) throws SQLException {
    return new Waste(
        new CardId(id(r, "id")),
        text(r, "name"),
        text(r, "uid"),
        text(r, "title"),
        text(r, "organisation"),
        Row.idOrNull(r, "merged"),
        new PersonId(id(r, "removed_by")),
        instant(r, "removed_at"));
  }

  Optional<byte[]> body(CardId card) {
    return jdbc.sql("select body from contacts.waste where id = :id")
        .param("id", card.value())
        .query((r, n) -> bytes(r, "body"))
        .optional();
  }

  /** Takes it out of the trash, where it does not weigh any more; false where it is gone. */
  boolean drop(CardId card) {
    return jdbc.sql(
                """
                with gone as (delete from contacts.waste where id = :id
                  returning workspace, length(body) as size)
                update contacts.book b set bytes = b.bytes - g.size from gone g
                where b.workspace = g.workspace
                """)
            .param("id", card.value())
            .update()
        == 1;
  }

  /** The last one that was merged into that card. */
  Optional<Waste> mergedInto(WorkspaceId workspace, CardId card) {
    return jdbc.sql(
            """
            select * from contacts.waste where workspace = :workspace and merged = :id
            order by removed_at desc, id desc limit 1
            """)
        .param("workspace", workspace.value())
        .param("id", card.value())
        .query((r, n) -> waste(r))
        .optional();
  }

  /** What was taken out before then goes for good, and its book has room again. */
  int forget(Instant before) {
    return jdbc.sql(
            """
            with gone as (delete from contacts.waste where removed_at < :before
                returning workspace, length(body) as size),
              sums as (select workspace, sum(size) as size from gone group by workspace),
              counted as (update contacts.book b set bytes = b.bytes - s.size from sums s
                where b.workspace = s.workspace returning 1)
            select count(*) from gone
            """)
        .param("before", at(before))
        .query(Integer.class)
        .single();
  }
}
