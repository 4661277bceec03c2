package org.diestra.office.contacts;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Books as such, and how far each area goes in them. */
@Repository
class BookStore {
  private final JdbcClient jdbc;

  BookStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those that the caller may read at that moment, or of one workspace alone. */
  List<Book> books(@Nullable WorkspaceId only, Instant now) {
    return jdbc.sql(
            """
            select r.workspace, o.name, r.reach, coalesce(b.change, 0) as change,
              coalesce(b.cards, 0) as cards
            from (select workspace, max(reach) as reach from contacts.reaches()
              where until is null or until > :now group by workspace) r
            join workspaces.workspace w on w.id = r.workspace
            join accounts.organisation o on o.id = w.organisation
            left join contacts.book b on b.workspace = r.workspace
            where r.reach > 0 and (cast(:only as uuid) is null or r.workspace = :only)
            order by o.name, r.workspace
            """)
        .param("now", at(now))
        .param("only", only == null ? null : only.value())
        .query((r, n) ->
            new Book(
                new WorkspaceId(id(r, "workspace")),
                text(r, "name"),
                Reach.values()[integer(r, "reach")],
                bigint(r, "change"),
                integer(r, "cards")))
        .list();
  }

  /** What a book holds. */
  record Sum(int cards, long bytes) {}

  /** From now until the transaction ends nobody else changes anything in it. */
  Sum hold(WorkspaceId workspace) {
    jdbc.sql("insert into contacts.book (workspace) values (:id) on conflict do nothing")
        .param("id", workspace.value())
        .update();
    return jdbc.sql("select cards, bytes from contacts.book where workspace = :id for update")
        .param("id", workspace.value())
        .query((r, n) -> new Sum(integer(r, "cards"), bigint(r, "bytes")))
        .single();
  }

  /**
   * Counts changes; answers the number of the last.
   *
   * @param changes at least 1
   */
  long count(WorkspaceId workspace, int changes, int cards, long bytes) {
    return jdbc.sql(
            """
            update contacts.book set change = change + :changes, cards = cards + :cards,
              bytes = bytes + :bytes
            where workspace = :id returning change
            """)
        .param("id", workspace.value())
        .param("changes", changes)
        .param("cards", cards)
        .param("bytes", bytes)
        .query(Long.class)
        .single();
  }

  Map<Area, Reach> rules(WorkspaceId workspace) {
    var all = new EnumMap<Area, Reach>(Area.class);
    jdbc.sql("select area, reach from contacts.rule where workspace = :id")
        .param("id", workspace.value())
        .query(r -> {
          all.put(label(r, "area", Area.class), Reach.values()[integer(r, "reach")]);
        });
    return all;
  }

  void rule(WorkspaceId workspace, Map<Area, Reach> rules, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into contacts.rule (workspace, area, reach, set_by, set_at)
            select :id, f.area, f.reach, :by, :now
            from unnest(cast(:areas as text[]), cast(:reaches as int[])) as f(area, reach)
            on conflict (workspace, area) do update set reach = excluded.reach,
              set_by = excluded.set_by, set_at = excluded.set_at
            """)
        .param("id", workspace.value())
        .param("by", by.value())
        .param("now", at(now))
        .param("areas", rules.keySet().stream().map(Area::name).toArray(String[]::new))
        .param("reaches", rules.values().stream().map(Reach::ordinal).toArray(Integer[]::new))
        .update();
  }
}
