package org.diestra.office.vault;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.labelOrNull;
import static org.diestra.platform.data.Row.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.vault.Use.What;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what with which secret. People see what they did themselves, keepers all of it. */
@Repository
class UseStore {
  private static final String OPENED = "what in ('REVEALED', 'COPIED', 'CODE')";
  private final JdbcClient jdbc;

  UseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(WorkspaceId workspace, Use use) {
    jdbc.sql(
            """
            insert into vault.use (id, workspace, item, person, what, field, changed, at)
            values (:id, :workspace, :item, :person, :what, :field, :changed, :at)
            """)
        .param("id", use.id())
        .param("workspace", workspace.value())
        .param("item", use.item().value())
        .param("person", use.person().value())
        .param("what", use.what().name())
        .param("field", use.field() == null ? null : use.field().name())
        .param("changed", use.changed().toArray(String[]::new))
        .param("at", at(use.at()))
        .update();
  }

  /** All of them were brought in by one file. */
  void imported(WorkspaceId workspace, Collection<ItemId> items, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into vault.use (id, workspace, item, person, what, at)
            select i.id, :workspace, i.item, :person, 'IMPORTED', :at
            from unnest(:ids, :items) as i (id, item)
            """)
        .param("workspace", workspace.value())
        .param("person", by.value())
        .param("at", at(now))
        .param("ids", items.stream().map(item -> Ids.fresh()).toArray(UUID[]::new))
        .param("items", items.stream().map(ItemId::value).toArray(UUID[]::new))
        .update();
  }

  /**
   * Of one secret, the latest first.
   *
   * @param before the last one of the page before, or null
   */
  List<Use> of(ItemId item, @Nullable UUID before, int most) {
    return jdbc.sql(
            """
            select * from vault.use
            where item = :item and (cast(:before as uuid) is null or (at, id) < (
              select b.at, b.id from vault.use b where b.id = :before and b.item = :item))
            order by at desc, id desc limit :most
            """)
        .param("item", item.value())
        .param("before", before)
        .param("most", most)
        .query((r, n) -> use(r))
        .list();
  }

  /** How often that person opened something there since. */
  int opened(WorkspaceId workspace, PersonId person, Instant since) {
    return jdbc.sql(
            """
            select count(*) from vault.use
            where workspace = :workspace and person = :person and at > :since and
            """
                + OPENED)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .param("since", at(since))
        .query(Integer.class)
        .single();
  }

  /** When each person opened something there for the last time. */
  Map<PersonId, Instant> lastByPerson(WorkspaceId workspace) {
    var last = new HashMap<PersonId, Instant>();
    jdbc.sql(
            "select person, max(at) as at from vault.use where workspace = :workspace and "
                + OPENED
                + " group by person")
        .param("workspace", workspace.value())
        .query(r -> {
          last.put(new PersonId(id(r, "person")), instant(r, "at"));
        });
    return last;
  }

  /** When each of these was opened for the last time, as far as the viewer may know. */
  Map<ItemId, Instant> lastByItem(Collection<ItemId> items) {
    var last = new HashMap<ItemId, Instant>();
    jdbc.sql(
            "select item, max(at) as at from vault.use where item = any(:items) and "
                + OPENED
                + " group by item")
        .param("items", items.stream().map(ItemId::value).toArray(UUID[]::new))
        .query(r -> {
          last.put(new ItemId(id(r, "item")), instant(r, "at"));
        });
    return last;
  }

  private static Use use(ResultSet r) throws SQLException {
    return new Use(
        id(r, "id"),
        new ItemId(id(r, "item")),
        new PersonId(id(r, "person")),
        label(r, "what", What.class),
        labelOrNull(r, "field", Field.class),
        texts(r, "changed"),
        instant(r, "at"));
  }
}
