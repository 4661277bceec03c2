package org.diestra.office.tables;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.diestra.office.fields.Field;
import org.diestra.office.fields.FieldKind;
import org.diestra.office.fields.Manner;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A row as a browser sends it.
 *
 * @param typed by the numbers of fields
 * @param seen the version that the form was made from
 */
record RowForm(Map<Integer, String> typed, int seen) {
  static final RowForm FRESH = new RowForm(Map.of(), 0);

  static RowForm of(Table table, Map<String, String> sent) {
    var typed = new TreeMap<Integer, String>();
    for (var field : table.fields()) {
      var text = sent.get(field.input());
      if (text != null) {
        typed.put(field.number(), text);
      }
    }
    return new RowForm(typed, TableForm.number(sent.get("seen")));
  }

  /**
   * What a row says, to be written on.
   *
   * @param names of the rows to which it leads
   */
  static RowForm of(Table table, TableRow row, Map<UUID, String> names, Manner manner) {
    var typed = new TreeMap<Integer, String>();
    for (var field : table.fields()) {
      var value = entered(field, row.cell(field.number()), names);
      typed.put(field.number(), field.entered(value, manner));
    }
    return new RowForm(typed, row.version());
  }

  private static String entered(Field field, String value, Map<UUID, String> names) {
    return field.kind() == FieldKind.LINK
        ? Ids.read(value).map(id -> names.getOrDefault(id, "")).orElse("")
        : value;
  }

  String value(Field field) {
    return typed.getOrDefault(field.number(), "");
  }

  /** The faults of what was read, each at its field. */
  static Problems problems(Table table, Reading.Read read) {
    var problems = new Problems();
    for (var field : table.fields()) {
      var why = read.faults().get(field.number());
      if (why != null) {
        problems.add(new Refusal(why.kind(), why.key(), why.args(), field.input()));
      }
    }
    return problems;
  }

  /**
   * What stands as it stood may stand, whatever its field asks for meanwhile: a choice that is
   * retired, more decimals, a link to a row after whom others are called.
   *
   * @param row null for a new one
   */
  static Reading.Read keep(
      Table table,
      RowForm form,
      Reading.Read read,
      @Nullable TableRow row,
      Map<UUID, String> names,
      Manner manner) {
    if (row == null) {
      return read;
    }
    var values = new TreeMap<>(read.values());
    var faults = new TreeMap<>(read.faults());
    for (var field : table.fields()) {
      var value = row.cell(field.number());
      boolean stands =
          !value.isEmpty()
              && form.value(field).equals(field.entered(entered(field, value, names), manner));
      if (stands) {
        values.put(field.number(), value);
        faults.remove(field.number());
      }
    }
    return new Reading.Read(values, faults);
  }
}
