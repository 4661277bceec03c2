package org.diestra.office.dataentry;

import java.util.Map;
import java.util.Set;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/** A batch as a browser sends it. */
record BatchForm(Map<String, String> sent) {
  private static final int LONGEST = 80;

  BatchForm {
    sent = Map.copyOf(sent);
  }

  String value(String name, String otherwise) {
    return sent.getOrDefault(name, otherwise);
  }

  /**
   * @param people who may key in there
   */
  @Nullable NewBatch read(Set<PersonId> people, Problems problems) {
    var typed = new Typed(problems);
    var name = typed.line("name", sent.get("name"), LONGEST, "dataentry.name.missing");
    var mode = value("mode", "double");
    int doubled =
        switch (mode) {
          case "single" -> 0;
          case "sample" -> number(typed, "share", 1, 100, 20);
          default -> 100;
        };
    var first = person("first", people, problems);
    var second = doubled == 0 ? null : person("second", people, problems);
    var judge = person("judge", people, problems);
    int tolerance = number(typed, "tolerance", 0, 10, 0);
    int agreed = number(typed, "agreed", 0, 1_000, 50);
    int each = number(typed, "each", 1, Batches.MOST, 1);
    boolean all = first != null && judge != null && (doubled == 0 || second != null);
    return problems.any() || !all || first == null || judge == null
        ? null
        : new NewBatch(name, doubled, tolerance, agreed, first, second, judge, each);
  }

  private int number(Typed typed, String field, int from, int to, int otherwise) {
    var read = typed.number(field, sent.get(field), from, to, "dataentry.number.wrong");
    return read == null ? otherwise : read;
  }

  private @Nullable PersonId person(String field, Set<PersonId> people, Problems problems) {
    var found = Ids.read(value(field, "")).map(PersonId::new).filter(people::contains).orElse(null);
    if (found == null) {
      problems.add(field, "dataentry.people.missing");
    }
    return found;
  }
}
