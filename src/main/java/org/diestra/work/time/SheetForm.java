package org.diestra.work.time;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.work.time.Entry.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A week's sheet as a browser sends it: {@code task-0}, {@code note-0} and for each day {@code
 * cell-0-3} with {@code was-0-3}, what stood there when the page was made. A cell that nobody
 * touched asks for nothing.
 */
record SheetForm(Map<String, String> typed) {
  static final SheetForm BLANK = new SheetForm(Map.of());
  private static final int ROWS = 100;

  SheetForm {
    typed = Map.copyOf(typed);
  }

  static SheetForm of(MultiValueMap<String, String> sent) {
    var typed = new HashMap<String, String>();
    sent.forEach((name, values) -> {
      if (!values.isEmpty() && values.getFirst() != null && values.getFirst().length() <= 1000) {
        typed.put(name, values.getFirst());
      }
    });
    return new SheetForm(typed);
  }

  /** What stands in a field: what was typed, or else what the page has. */
  String value(String field, String otherwise) {
    return typed.getOrDefault(field, otherwise);
  }

  /**
   * @param takes whether hours can be written for that task
   */
  void read(SheetPlan plan, Predicate<@Nullable UUID> takes, Problems problems) {
    for (int row = 0; row < ROWS && typed.containsKey("task-" + row); row++) {
      var task = Ids.read(typed.getOrDefault("task-" + row, "")).orElse(null);
      for (int day = 0; day < plan.days().size(); day++) {
        cell(plan, row, day, task, takes, problems);
      }
    }
  }

  private void cell(
      SheetPlan plan,
      int row,
      int column,
      @Nullable UUID task,
      Predicate<@Nullable UUID> takes,
      Problems problems) {
    var field = "cell-" + row + "-" + column;
    var was = typed.getOrDefault("was-" + row + "-" + column, "");
    var now = Typed.line(typed.getOrDefault(field, was));
    if (now.equals(was)) {
      return;
    }
    var read = CellText.read(now);
    if (read.isEmpty()) {
      problems.add(field, "time.cell.unreadable");
      return;
    }
    var day = plan.days().get(column);
    int before = plan.minutes(task, day);
    if (!was.equals(CellText.of(before))) {
      problems.add(field, "time.cell.changed", CellText.length(before));
      return;
    }
    boolean more = !(read.get() instanceof CellText.Length(var minutes)) || minutes > before;
    if (more && !takes.test(task)) {
      problems.add(field, "time.task.unknown");
      return;
    }
    var note = Typed.line(typed.get("note-" + row));
    int length = note.codePointCount(0, note.length());
    if (more && (length < Said.LEAST || length > Said.MOST)) {
      problems.add("note-" + row, "time.note.length", Said.LEAST, Said.MOST);
      return;
    }
    plan.set(field, task, day, read.get(), note).ifPresent(problems::add);
  }
}
