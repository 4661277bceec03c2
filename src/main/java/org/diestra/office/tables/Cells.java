package org.diestra.office.tables;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.office.fields.Field;
import org.diestra.office.fields.FieldKind;
import org.diestra.platform.base.Excerpt;
import org.diestra.platform.base.Folded;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;

/**
 * What is derived of a row's values: its keys, its name and the words by which it is found.
 *
 * @param values by the numbers of their fields, none empty
 * @param keys one for each slot, null where no field has it
 */
record Cells(Map<Integer, String> values, @Nullable String[] keys, String title, String words) {
  /** How many fields of a table can be ordered and found by. */
  static final int SLOTS = 12;

  private static final int TITLE = 200;
  private static final int WORDS = 20_000; // characters; a tsvector has a megabyte

  /**
   * @param names what rows are called to which others lead
   */
  static Cells of(Table table, Map<Integer, String> values, Map<UUID, String> names) {
    var kept = new TreeMap<Integer, String>();
    values.forEach((n, v) -> {
      if (!v.isEmpty()) {
        kept.put(n, v);
      }
    });
    var keys = new @Nullable String[SLOTS];
    for (var field : table.all()) {
      if (field.slot() != null) {
        keys[field.slot() - 1] = field.key(kept.getOrDefault(field.number(), ""));
      }
    }
    var words =
        table.fields().stream()
            .map(f -> said(f, kept, names))
            .filter(w -> !w.isEmpty())
            .collect(Collectors.joining(" "));
    return new Cells(kept, keys, title(table, kept, names), Excerpt.head(Folded.of(words), WORDS));
  }

  /** What a row of those values is called. */
  static String title(Table table, Map<Integer, String> values, Map<UUID, String> names) {
    return Excerpt.head(said(table.first(), values, names), TITLE);
  }

  private static String said(Field field, Map<Integer, String> values, Map<UUID, String> names) {
    var value = values.getOrDefault(field.number(), "");
    return field.kind() == FieldKind.LINK
        ? Ids.read(value).map(id -> names.getOrDefault(id, "")).orElse("")
        : field.plain(value);
  }

  /** The rows to which those values lead. */
  static Collection<UUID> links(Table table, Collection<Map<Integer, String>> rows) {
    var ids = new TreeSet<UUID>();
    for (var field : table.all()) {
      if (field.kind() == FieldKind.LINK) {
        rows.forEach(cells -> Ids.read(cells.getOrDefault(field.number(), "")).ifPresent(ids::add));
      }
    }
    return ids;
  }

  /** What differs between two rows' values, as it was and as it is. */
  record Difference(Map<Integer, String> before, Map<Integer, String> after) {
    boolean none() {
      return before.isEmpty();
    }
  }

  static Difference between(Map<Integer, String> before, Map<Integer, String> after) {
    var was = new HashMap<Integer, String>();
    var is = new HashMap<Integer, String>();
    var numbers = new TreeSet<>(before.keySet());
    numbers.addAll(after.keySet());
    for (int number : numbers) {
      var one = before.getOrDefault(number, "");
      var other = after.getOrDefault(number, "");
      if (!Objects.equals(one, other)) {
        was.put(number, one);
        is.put(number, other);
      }
    }
    return new Difference(was, is);
  }
}
