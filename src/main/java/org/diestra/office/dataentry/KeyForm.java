package org.diestra.office.dataentry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diestra.office.fields.Field;
import org.diestra.office.fields.Manner;
import org.diestra.office.tables.Reading.Read;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;

/** The fields of a record as a browser sends them. */
final class KeyForm {
  private KeyForm() {}

  static Map<Integer, String> typed(List<Field> fields, Map<String, String> sent) {
    var typed = new TreeMap<Integer, String>();
    for (var field : fields) {
      typed.put(field.number(), sent.getOrDefault(field.input(), ""));
    }
    return typed;
  }

  /** What was read, of the fields that are keyed in this time alone. */
  static Map<Integer, String> cells(List<Field> fields, Read read) {
    var cells = new TreeMap<>(read.values());
    cells.keySet().retainAll(numbers(fields));
    return cells;
  }

  /**
   * What stands as it stood may stand, whatever its field asks for meanwhile.
   *
   * @param known what held before, in the form that is kept
   */
  static Read keep(
      List<Field> fields,
      Map<Integer, String> typed,
      Read read,
      Map<Integer, String> known,
      Manner manner) {
    var values = new TreeMap<>(read.values());
    var faults = new TreeMap<>(read.faults());
    for (var field : fields) {
      var value = known.getOrDefault(field.number(), "");
      if (!value.isEmpty()
          && typed.getOrDefault(field.number(), "").equals(field.entered(value, manner))) {
        values.put(field.number(), value);
        faults.remove(field.number());
      }
    }
    return new Read(values, faults);
  }

  static Problems problems(List<Field> fields, Read read) {
    var problems = new Problems();
    for (var field : fields) {
      var why = read.faults().get(field.number());
      if (why != null) {
        problems.add(new Refusal(why.kind(), why.key(), why.args(), field.input()));
      }
    }
    return problems;
  }

  private static TreeSet<Integer> numbers(List<Field> fields) {
    var numbers = new TreeSet<Integer>();
    fields.forEach(f -> numbers.add(f.number()));
    return numbers;
  }
}
