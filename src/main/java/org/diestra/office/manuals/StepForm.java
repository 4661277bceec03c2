package org.diestra.office.manuals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diestra.office.procedures.Step;
import org.diestra.office.procedures.Step.Condition;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A step, as a browser sends it.
 *
 * @param when one for each condition, with {@code then} at the same place; empty ones are left out
 * @param revision of the draft that the writer has seen
 */
record StepForm(
    @Nullable String title,
    @Nullable String text,
    @Nullable List<String> when,
    @Nullable List<String> then,
    int revision) {

  static StepForm blank(int revision) {
    return new StepForm("", "", List.of(), List.of(), revision);
  }

  static StepForm of(Step step, int revision) {
    return new StepForm(
        step.title(),
        step.text(),
        step.conditions().stream().map(Condition::when).toList(),
        step.conditions().stream().map(Condition::then).toList(),
        revision);
  }

  /** The lines of the form: what there is, and room for two more. */
  int lines() {
    return Math.min(Step.MOST_CONDITIONS, (when == null ? 0 : when.size()) + 2);
  }

  String when(int line) {
    return HeadForm.at(when, line);
  }

  String then(int line) {
    return HeadForm.at(then, line);
  }

  /** Null where there are problems. */
  @Nullable Step read(UUID id, Problems problems) {
    var typed = new Typed(problems);
    var name = typed.line("title", title, Step.LONGEST_TITLE, "manuals.step.title.missing");
    var words = typed.text("text", text, Step.LONGEST);
    var conditions = new ArrayList<Condition>();
    for (int i = 0; i < Math.min(Step.MOST_CONDITIONS, when == null ? 0 : when.size()); i++) {
      var one = typed.line("when" + i, when(i), Condition.LONGEST);
      var other = typed.line("then" + i, then(i), Condition.LONGEST);
      if (one.isEmpty() != other.isEmpty()) {
        problems.add(one.isEmpty() ? "when" + i : "then" + i, "manuals.condition.half");
      } else if (!one.isEmpty() && problems.none()) {
        conditions.add(new Condition(one, other));
      }
    }
    return problems.any() ? null : new Step(id, name, words, conditions);
  }
}
