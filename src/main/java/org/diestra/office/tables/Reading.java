package org.diestra.office.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.diestra.office.fields.Field;
import org.diestra.office.fields.FieldKind;
import org.diestra.office.fields.Manner;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Typed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was typed or brought for rows of a table, telling each fault at its field. */
@Service
public class Reading {
  private final TableStore tables;
  private final RowStore rows;

  Reading(TableStore tables, RowStore rows) {
    this.tables = tables;
    this.rows = rows;
  }

  /**
   * A row as it was read.
   *
   * @param values by the numbers of fields, in the form that is kept; empty texts for none
   * @param faults by the numbers of fields
   */
  public record Read(Map<Integer, String> values, Map<Integer, Refusal> faults) {
    public boolean sound() {
      return faults.isEmpty();
    }
  }

  /** Reads some rows; what no field was typed for is none of its values. */
  @Transactional(readOnly = true)
  public List<Read> read(Table table, List<Map<Integer, String>> typed, Manner manner) {
    var links = links(table, typed);
    var out = new ArrayList<Read>();
    for (var row : typed) {
      var values = new TreeMap<Integer, String>();
      var faults = new TreeMap<Integer, Refusal>();
      for (var field : table.fields()) {
        var text = row.get(field.number());
        if (text == null && !field.required()) {
          continue;
        }
        var known = links.get(field.number());
        var outcome =
            known == null ? field.read(text, manner) : linked(field, Typed.line(text), known);
        switch (outcome) {
          case Outcome.Done<String>(var value) -> values.put(field.number(), value);
          case Outcome.Refused<String>(var why) -> faults.put(field.number(), why);
        }
      }
      out.add(new Read(values, faults));
    }
    return out;
  }

  /** What is known of the rows to which links lead: for each such field, ids by what was typed. */
  private Map<Integer, Map<String, List<UUID>>> links(
      Table table, List<Map<Integer, String>> typed) {
    var all = new HashMap<Integer, Map<String, List<UUID>>>();
    var fields = table.fields().stream().filter(f -> f.kind() == FieldKind.LINK).toList();
    if (fields.isEmpty()) {
      return all;
    }
    var ids = new ArrayList<UUID>();
    for (var field : fields) {
      var target = field.settings().target();
      if (target != null) {
        ids.add(target);
      }
    }
    var targets = tables.all(table.workspace(), ids);
    for (var field : fields) {
      var texts = new TreeSet<String>();
      typed.forEach(row -> texts.add(Typed.line(row.get(field.number()))));
      texts.remove("");
      all.put(
          field.number(),
          targets.stream()
              .filter(t -> t.id().value().equals(field.settings().target()))
              .findFirst()
              .map(target -> called(target, texts))
              .orElse(Map.of()));
    }
    return all;
  }

  private Map<String, List<UUID>> called(Table target, TreeSet<String> texts) {
    var first = target.first();
    var found = new HashMap<String, List<UUID>>();
    if (first.slot() == null || !target.sorts(first) || texts.isEmpty()) {
      return found;
    }
    var keys = new HashMap<String, String>();
    for (var text : texts) {
      if (first.read(text, Manner.of(java.util.Locale.ROOT)) instanceof Outcome.Done<String> read) {
        keys.put(text, first.key(read.value()));
      }
    }
    var byKey = rows.called(target.id(), first.slot(), new TreeSet<>(keys.values()));
    keys.forEach((text, key) -> found.put(text, byKey.getOrDefault(key, List.of())));
    return found;
  }

  private static Outcome<String> linked(Field field, String text, Map<String, List<UUID>> known) {
    if (text.isEmpty()) {
      return field.required()
          ? Outcome.refused(Refusal.invalid("value", "fields.missing", field.name()))
          : Outcome.done("");
    }
    var found = known.getOrDefault(text, List.of());
    if (found.size() == 1) {
      return Outcome.done(Ids.text(found.getFirst()));
    }
    return Outcome.refused(
        found.isEmpty()
            ? Refusal.invalid("value", "fields.link.wrong", text)
            : Refusal.invalid("value", "tables.link.twice", text));
  }
}
