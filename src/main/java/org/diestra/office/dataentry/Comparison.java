package org.diestra.office.dataentry;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.diestra.office.fields.Field;

/** Where two people's values differ; both are in the form that is kept. */
final class Comparison {
  private Comparison() {}

  /**
   * @param tolerance letters by which free text may differ; money, ids and dates may by none
   * @return the numbers of the fields that do not agree
   */
  static TreeSet<Integer> differing(
      List<Field> fields, Map<Integer, String> one, Map<Integer, String> other, int tolerance) {
    var differing = new TreeSet<Integer>();
    for (var field : fields) {
      var a = one.getOrDefault(field.number(), "");
      var b = other.getOrDefault(field.number(), "");
      if (!field.same(a, b, tolerance)) {
        differing.add(field.number());
      }
    }
    return differing;
  }
}
