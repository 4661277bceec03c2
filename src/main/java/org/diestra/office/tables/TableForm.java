package org.diestra.office.tables;

import java.util.ArrayList;
import java.util.List;
import org.diestra.office.fields.Field;
import org.diestra.office.fields.FieldKind;
import org.diestra.office.fields.Settings;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A table as a browser sends it.
 *
 * @param fields names of its first fields, of a new one alone; empty ones are left out
 * @param kinds theirs, in the same order
 * @param seen the version that the form was made from
 */
record TableForm(
    @Nullable String name,
    @Nullable String about,
    @Nullable List<String> fields,
    @Nullable List<String> kinds,
    @Nullable String seen) {
  static final int LONGEST = 80;
  static final int ABOUT = 500;
  static final int ROWS = 6;

  static TableForm fresh(String first) {
    return new TableForm("", "", List.of(first), List.of("text"), "");
  }

  static TableForm of(Table table) {
    return new TableForm(
        table.name(), table.about(), List.of(), List.of(), String.valueOf(table.version()));
  }

  int version() {
    return number(seen);
  }

  static int number(@Nullable String typed) {
    var digits = Typed.line(typed);
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
  }

  String field(int i) {
    return fields != null && i < fields.size() ? fields.get(i) : "";
  }

  String kind(int i) {
    return kinds != null && i < kinds.size() ? kinds.get(i) : "text";
  }

  /** A new one; its name alone is asked of one that is there. */
  @Nullable NewTable read(Problems problems, boolean fresh) {
    var typed = new Typed(problems);
    var called = typed.line("name", name, LONGEST, "tables.name.missing");
    var purpose = typed.text("about", about, ABOUT);
    var list = new ArrayList<Field>();
    for (int i = 0; fresh && i < ROWS; i++) {
      var label = typed.line("fields-" + i, field(i), LONGEST);
      var sort = FieldKind.read(kind(i)).orElse(FieldKind.TEXT);
      if (!label.isEmpty()) {
        if (list.stream().anyMatch(f -> f.name().equalsIgnoreCase(label))) {
          problems.add("fields-" + i, "tables.field.twice", label);
        }
        list.add(FieldForm.field(label, sort, false, Settings.NONE));
      }
    }
    if (fresh && list.isEmpty()) {
      problems.add("fields-0", "tables.fields.missing");
    }
    return problems.any() ? null : new NewTable(called, purpose, list);
  }
}
