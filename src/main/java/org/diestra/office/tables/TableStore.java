package org.diestra.office.tables;

import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diestra.office.fields.Field;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables, with their fields. */
@Repository
class TableStore {
  private final JdbcClient jdbc;
  private final FieldStore fields;

  TableStore(JdbcClient jdbc, FieldStore fields) {
    this.jdbc = jdbc;
    this.fields = fields;
  }

  /**
   * A table that is taken out.
   *
   * @param size how many rows it has
   */
  record Out(TableId id, String name, int size, Instant removedAt) {}

  /** Those that are not taken out, by name, with their fields. */
  List<Table> of(WorkspaceId workspace, int most) {
    return tables(
        "workspace = :workspace and removed_at is null order by name, id limit :most",
        Map.of("workspace", workspace.value(), "most", most));
  }

  /** Of those, the ones that are not taken out. */
  List<Table> all(WorkspaceId workspace, List<UUID> ids) {
    return tables(
        "workspace = :workspace and id = any(:ids) and removed_at is null",
        Map.of("workspace", workspace.value(), "ids", ids.toArray(UUID[]::new)));
  }

  /** Those that are taken out, the latest first. */
  List<Out> out(WorkspaceId workspace, int most) {
    return jdbc.sql(
            """
            select id, name, size, removed_at from tables.sheet
            where workspace = :workspace and removed_at is not null
            order by removed_at desc, id limit :most
            """)
        .param("workspace", workspace.value())
        .param("most", most)
        .query((r, n) ->
            new Out(
                new TableId(id(r, "id")),
                text(r, "name"),
                integer(r, "size"),
                instant(r, "removed_at")))
        .list();
  }

  Optional<Table> find(WorkspaceId workspace, TableId id) {
    return tables(
            "workspace = :workspace and id = :id and removed_at is null",
            Map.of("workspace", workspace.value(), "id", id.value()))
        .stream()
        .findFirst();
  }

  private List<Table> tables(String where, Map<String, Object> values) {
    var found = new ArrayList<Table>();
    var known = new HashMap<UUID, List<Field>>();
    var filling = new HashMap<UUID, Set<Integer>>();
    jdbc.sql(
            """
            select s.id, s.workspace, s.name, s.about, s.version, s.size, f.number, f.name as field,
              f.kind, f.required, f.settings, f.place, f.slot, f.filling, f.retired_at
            from (select * from tables.sheet where %s) s
            join tables.field f on f.sheet = s.id
            order by s.name, s.id, f.place, f.number
            """
                .formatted(where))
        .params(values)
        .query(r -> {
          var key = id(r, "id");
          known
              .computeIfAbsent(
                  key,
                  k -> {
                    found.add(table(r, k));
                    return new ArrayList<>();
                  })
              .add(fields.field(r));
          if (bool(r, "filling")) {
            filling.computeIfAbsent(key, k -> new HashSet<>()).add(integer(r, "number"));
          }
        });
    return found.stream()
        .map(t -> {
          var key = t.id().value();
          return with(t, known.getOrDefault(key, List.of()), filling.getOrDefault(key, Set.of()));
        })
        .toList();
  }

  private static Table table(ResultSet r, UUID key) {
    try {
      return new Table(
          new TableId(key),
          new WorkspaceId(id(r, "workspace")),
          text(r, "name"),
          text(r, "about"),
          integer(r, "version"),
          integer(r, "size"),
          List.of(),
          Set.of());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Table with(Table t, List<Field> fields, Set<Integer> filling) {
    return new Table(
        t.id(), t.workspace(), t.name(), t.about(), t.version(), t.size(), fields, filling);
  }

  void add(Table table, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into tables.sheet (id, workspace, name, about, version, made_by, made_at)
            values (:id, :workspace, :name, :about, 1, :by, :now)
            """)
        .param("id", table.id().value())
        .param("workspace", table.workspace().value())
        .param("name", table.name())
        .param("about", table.about())
        .param("by", by.value())
        .param("now", Row.at(now))
        .update();
    fields.add(table.id(), table.all(), false);
  }

  /** How many tables a workspace has that are not taken out. */
  int count(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select count(*) from tables.sheet where workspace = :workspace and removed_at is null
            """)
        .param("workspace", workspace.value())
        .query(Integer.class)
        .single();
  }

  /** Gives it a new version and name; false if it has moved on. */
  boolean touch(Table table, String name, String about, int seen) {
    return jdbc.sql(
                """
                update tables.sheet set version = version + 1, name = :name, about = :about
                where id = :id and version = :seen and removed_at is null
                """)
            .param("id", table.id().value())
            .param("name", name)
            .param("about", about)
            .param("seen", seen)
            .update()
        == 1;
  }

  /** Keeps its fields from changing until the transaction ends; rows may still be written. */
  void hold(TableId table) {
    jdbc.sql("select true from tables.sheet where id = :id for share")
        .param("id", table.value())
        .query(Boolean.class)
        .optional();
  }

  /** Keeps others from its fields and its count until the transaction ends. */
  void lock(TableId table) {
    jdbc.sql("select true from tables.sheet where id = :id for no key update")
        .param("id", table.value())
        .query(Boolean.class)
        .optional();
  }

  /** Counts rows in or out, and keeps the table from changing until the transaction ends. */
  boolean count(TableId table, int more) {
    return jdbc.sql(
                """
                update tables.sheet set size = size + :more
                where id = :id and removed_at is null and size + :more <= :most
                """)
            .param("id", table.value())
            .param("more", more)
            .param("most", Table.MOST_ROWS)
            .update()
        == 1;
  }

  /** Takes it out, or brings it back. */
  boolean remove(WorkspaceId workspace, TableId id, @Nullable PersonId by, @Nullable Instant at) {
    return jdbc.sql(
                """
                update tables.sheet set removed_by = :by, removed_at = :at
                where workspace = :workspace and id = :id and (removed_at is null) = :out
                """)
            .param("workspace", workspace.value())
            .param("id", id.value())
            .param("by", by == null ? null : by.value())
            .param("at", Row.atOrNull(at))
            .param("out", at != null)
            .update()
        == 1;
  }

  /** Counts rows out, also of a table that was taken out. */
  boolean shrink(TableId table, int less) {
    return jdbc.sql("update tables.sheet set size = size - :less where id = :id")
            .param("id", table.value())
            .param("less", less)
            .update()
        == 1;
  }
}
