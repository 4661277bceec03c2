package org.diestra.office.tables;

import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.fields.Field;
import org.diestra.office.fields.FieldKind;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables and their fields. */
@Repository
class TableStore {
  private final JdbcClient jdbc;
  private final Jsons jsons;

  TableStore(JdbcClient jdbc, Jsons jsons) {
    this.jdbc = jdbc;
    this.jsons = jsons;
  }

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

  Optional<Table> find(WorkspaceId workspace, TableId id) {
    return tables(
            "workspace = :workspace and id = :id and removed_at is null",
            Map.of("workspace", workspace.value(), "id", id.value()))
        .stream()
        .findFirst();
  }

  private List<Table> tables(String where, Map<String, Object> values) {
    var found = new ArrayList<Table>();
    var fields = new HashMap<UUID, List<Field>>();
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
          fields
              .computeIfAbsent(
                  key,
                  k -> {
                    found.add(table(r, k));
                    return new ArrayList<>();
                  })
              .add(field(r));
        });
    return found.stream()
        .map(t -> with(t, fields.getOrDefault(t.id().value(), List.of())))
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
          List.of());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Table with(Table t, List<Field> fields) {
    return new Table(t.id(), t.workspace(), t.name(), t.about(), t.version(), t.size(), fields);
  }

  private Field field(ResultSet r) throws SQLException {
    return new Field(
        integer(r, "number"),
        text(r, "field"),
        label(r, "kind", FieldKind.class),
        bool(r, "required"),
        jsons.settings(text(r, "settings")),
        integer(r, "place"),
        bool(r, "filling") ? null : integerOrNull(r, "slot"),
        instantOrNull(r, "retired_at") != null);
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
    add(table.id(), table.all(), false);
  }

  /** How many tables a workspace has, taken out or not. */
  int count(WorkspaceId workspace) {
    return jdbc.sql("select count(*) from tables.sheet where workspace = :workspace")
        .param("workspace", workspace.value())
        .query(Integer.class)
        .single();
  }

  void add(TableId table, List<Field> fields, boolean filling) {
    jdbc.sql(
            """
            insert into tables.field (sheet, number, name, kind, required, settings, place, slot, filling)
            select :sheet, n, name, kind, required, cast(settings as jsonb), place, slot,
              :filling and slot is not null
            from unnest(cast(:numbers as int[]), cast(:names as text[]), cast(:kinds as text[]),
              cast(:required as boolean[]), cast(:settings as text[]), cast(:places as int[]),
              cast(:slots as int[])) as f(n, name, kind, required, settings, place, slot)
            """)
        .param("sheet", table.value())
        .param("filling", filling)
        .param("numbers", fields.stream().map(Field::number).toArray(Integer[]::new))
        .param("names", fields.stream().map(Field::name).toArray(String[]::new))
        .param("kinds", fields.stream().map(f -> f.kind().name()).toArray(String[]::new))
        .param("required", fields.stream().map(Field::required).toArray(Boolean[]::new))
        .param(
            "settings",
            fields.stream().map(f -> jsons.settings(f.settings())).toArray(String[]::new))
        .param("places", fields.stream().map(Field::place).toArray(Integer[]::new))
        .param("slots", slots(fields))
        .update();
  }

  private static @Nullable Integer[] slots(List<Field> fields) {
    var slots = new @Nullable Integer[fields.size()];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = fields.get(i).slot();
    }
    return slots;
  }

  /** Which keys of rows have a field, also one whose keys are still being made. */
  List<Integer> slots(TableId table) {
    return jdbc.sql("select slot from tables.field where sheet = :sheet and slot is not null")
        .param("sheet", table.value())
        .query(Integer.class)
        .list();
  }

  void change(TableId table, Field field, @Nullable Instant retired) {
    int changed =
        jdbc.sql(
                """
                update tables.field set name = :name, required = :required,
                  settings = cast(:settings as jsonb), retired_at = :retired
                where sheet = :sheet and number = :number
                """)
            .param("sheet", table.value())
            .param("number", field.number())
            .param("name", field.name())
            .param("required", field.required())
            .param("settings", jsons.settings(field.settings()))
            .param("retired", Row.atOrNull(retired))
            .update();
    if (changed != 1) {
      throw new IllegalStateException("no such field: " + table + " " + field.number());
    }
  }

  /** In which order they stand; all of them, by their numbers. */
  void order(TableId table, List<Integer> numbers) {
    jdbc.sql(
            """
            update tables.field f set place = o.place
            from unnest(cast(:numbers as int[])) with ordinality as o(number, place)
            where f.sheet = :sheet and f.number = o.number
            """)
        .param("sheet", table.value())
        .param("numbers", numbers.toArray(Integer[]::new))
        .update();
  }

  void filled(TableId table, int number) {
    jdbc.sql("update tables.field set filling = false where sheet = :sheet and number = :number")
        .param("sheet", table.value())
        .param("number", number)
        .update();
  }

  /** The key of a field whose keys are still being made. */
  Optional<Integer> filling(TableId table, int number) {
    return jdbc.sql(
            "select slot from tables.field where sheet = :sheet and number = :number and filling")
        .param("sheet", table.value())
        .param("number", number)
        .query(Integer.class)
        .optional();
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
