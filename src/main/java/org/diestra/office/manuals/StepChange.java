package org.diestra.office.manuals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.diestra.office.procedures.Instructions;
import org.diestra.office.procedures.MarkdownText;
import org.diestra.office.procedures.Step;
import org.diestra.platform.page.Ui;
import org.diestra.platform.writing.Comparison;
import org.diestra.platform.writing.RichText;

/**
 * A step, or what stands above them, as it was beside as it is.
 *
 * @param title of the step as it is, or was where it is gone
 * @param rows word by word
 */
record StepChange(String title, Kind kind, List<Comparison.Row> rows) {
  /** What became of it. */
  enum Kind {
    CHANGED,
    ADDED,
    REMOVED;

    String key() {
      return "manuals.step-change." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Only what differs, in the order of the new text; what is gone stands at its end. */
  static List<StepChange> all(Instructions before, Instructions after) {
    var changes = new ArrayList<StepChange>();
    add(Ui.words("manuals.head"), head(before), head(after), changes);
    for (var step : after.steps()) {
      add(
          step.title(),
          before.step(step.id()).map(StepChange::text).orElse(""),
          text(step),
          changes);
    }
    for (var step : before.steps()) {
      if (after.step(step.id()).isEmpty()) {
        add(step.title(), text(step), "", changes);
      }
    }
    return changes;
  }

  private static void add(String title, String before, String after, List<StepChange> changes) {
    var rows = Comparison.of(before, after);
    if (Comparison.changed(rows)) {
      var kind = before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
      changes.add(new StepChange(title, kind, rows));
    }
  }

  private static String head(Instructions it) {
    var limits =
        it.limits().stream()
            .map(limit -> MarkdownText.line(limit, Ui.reader()))
            .collect(Collectors.joining("\n"));
    return it.title() + "\n" + RichText.plain(it.purpose()) + "\n" + limits;
  }

  private static String text(Step step) {
    var conditions =
        step.conditions().stream()
            .map(condition -> MarkdownText.line(condition, Ui.reader()))
            .collect(Collectors.joining("\n"));
    return step.title() + "\n" + RichText.plain(step.text()) + "\n" + conditions;
  }
}
