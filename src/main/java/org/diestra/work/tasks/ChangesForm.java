package org.diestra.work.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diestra.office.procedures.Step;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.work.tasks.Reviews.Wanted;
import org.diestra.work.tasks.Work.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * A request of changes, as a browser sends it: under each criterion and step what is missing there.
 *
 * @param fields by their names, as they were typed
 */
record ChangesForm(Map<String, String> fields) {
  static final String OWN = "own";
  static final String NEW = "new";

  ChangesForm {
    fields = Map.copyOf(fields);
  }

  static String field(Criterion criterion) {
    return "c-" + Ids.text(criterion.id());
  }

  static String field(Step step) {
    return "s-" + step.key();
  }

  String value(String field) {
    return fields.getOrDefault(field, "");
  }

  int seen() {
    var text = value("seen");
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }

  /** Null where there are problems. */
  @Nullable Wanted read(Facts facts, List<Step> steps, Problems problems) {
    var typed = new Typed(problems);
    var remarks = new ArrayList<Remark>();
    for (var criterion : facts.work().criteria()) {
      var said = typed.text(field(criterion), value(field(criterion)), Remark.LONGEST);
      if (!said.isEmpty()) {
        remarks.add(new Remark(criterion.id(), null, criterion.text(), said));
      }
    }
    for (var step : steps) {
      var said = typed.text(field(step), value(field(step)), Remark.LONGEST);
      if (!said.isEmpty()) {
        remarks.add(new Remark(null, step.id(), step.title(), said));
      }
    }
    if (remarks.isEmpty()) {
      problems.add("remarks", "tasks.changes.uncited");
    }
    if (!value("kind").equals(OWN) && !value("kind").equals(NEW)) {
      problems.add("kind", "tasks.changes.choose");
    }
    var part = part(facts, problems);
    return problems.any() ? null : new Wanted(value("kind").equals(OWN), remarks, part);
  }

  private @Nullable Money part(Facts facts, Problems problems) {
    var price = facts.work().price();
    if (price == null || Typed.line(value("part")).isEmpty()) {
      return null;
    }
    return TaskForm.amount("part", value("part"), price.currency(), problems);
  }
}
