package org.diestra.office.tables;

import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diestra.office.fields.Field;
import org.diestra.office.fields.FieldKind;
import org.diestra.platform.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The fields of tables. */
@Repository
class FieldStore {
  private final JdbcClient jdbc;
  private final Jsons jsons;

  FieldStore(JdbcClient jdbc, Jsons jsons) {
    this.jdbc = jdbc;
    this.jsons = jsons;
  }

  Field field(ResultSet r) throws SQLException {
    return new Field(
        integer(r, "number"),
        text(r, "field"),
        label(r, "kind", FieldKind.class),
        bool(r, "required"),
        jsons.settings(text(r, "settings")),
        integer(r, "place"),
        integerOrNull(r, "slot"),
        instantOrNull(r, "retired_at") != null);
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
        .query((r, n) -> integer(r, "slot"))
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
}
