package org.diestra.office.tables;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.fields.Field;
import org.diestra.office.fields.FieldKind;
import org.diestra.office.fields.Manner;
import org.diestra.office.tables.Asked.Mark;
import org.diestra.office.tables.TableFrame.Around;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Formats;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/data/{table}}: the rows of a table, to leaf through. */
@Controller
@RequestMapping("/w/{workspace}/data/{table}")
class RowsController {
  static final int PAGE = 50;
  private final Tables tables;
  private final Rows rows;
  private final Reading reading;
  private final TableFrame frame;
  private final Views views;

  RowsController(Tables tables, Rows rows, Reading reading, TableFrame frame, Views views) {
    this.tables = tables;
    this.rows = rows;
    this.reading = reading;
    this.frame = frame;
    this.views = views;
  }

  /**
   * A page of rows before somebody.
   *
   * @param names of the rows to which they lead
   * @param many whether more have the words than are looked at: some are shown, others not
   * @param found how many there are of what is asked for; null where all are shown, or too many
   * @param next where the next page begins, or null
   * @param saved the views that are kept
   * @param name of one that is to be kept, as it was typed
   */
  record View(
      Around around,
      ListForm form,
      Asked asked,
      List<TableRow> rows,
      Map<UUID, String> names,
      boolean many,
      @Nullable Integer found,
      @Nullable String next,
      List<SavedView> saved,
      String name) {

    /** The kept view that is shown, or null. */
    @Nullable SavedView now() {
      var query = form.query();
      return saved.stream().filter(s -> s.query().equals(query)).findFirst().orElse(null);
    }

    /** By which rows are parted, or null. */
    @Nullable Field group() {
      return form.group() ? asked.sort() : null;
    }

    /** Whether another group begins with that row of the page. */
    boolean begins(int row, Field group) {
      return row == 0
          || !rows.get(row).cell(group.number()).equals(rows.get(row - 1).cell(group.number()));
    }

    /** What a row is called now, as its first field shows it. */
    String called(TableRow row, Formats formats) {
      var first = around.table().first();
      var value = row.cell(first.number());
      return first.kind() == FieldKind.LINK
          ? Ids.read(value).map(id -> names.getOrDefault(id, "")).orElse("")
          : first.show(value, formats);
    }

    /** Where a column's heading leads: sorted by it, or the other way round. */
    String sorted(Field field) {
      var by = String.valueOf(field.number());
      boolean now = by.equals(form.by());
      return ListForm.href(around.href(""), form.params(by, now && !form.down()));
    }

    String exported(String kind) {
      return ListForm.href(around.href("export." + kind), form.params(form.by(), form.down()));
    }
  }

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response) {
    var pass = tables.enter(viewer, workspace);
    var found = tables.get(workspace, table);
    var problems = new Problems();
    show(pass, found, ListForm.of(sent), mark(sent), "", problems, model);
    return problems.any() ? Pages.again(response, model, problems, "rows") : "rows";
  }

  private void show(
      Pass pass,
      Table found,
      ListForm form,
      @Nullable Mark after,
      String name,
      Problems problems,
      Model model) {
    var viewer = pass.viewer();
    var asked = form.read(found, reading, Manner.of(viewer.locale()), problems);
    int withWords = rows.withWords(found, asked);
    boolean many = withWords > ListStore.MOST_FOUND;
    if (many) {
      problems.add("q", "tables.find.many", ListStore.MOST_FOUND);
    }
    var all = rows.page(found, asked, after, PAGE + 1);
    var page = all.subList(0, Math.min(PAGE, all.size()));
    var names = rows.names(found, page.stream().map(TableRow::cells).toList());
    model.addAttribute(
        "view",
        new View(
            frame.of(pass, found),
            form,
            asked,
            page,
            names,
            many,
            asked.narrowed() && !many ? count(found, asked, withWords) : null,
            all.size() > PAGE ? next(found, form, asked, page.getLast()) : null,
            views.of(found),
            name));
  }

  /** Keeps what is asked for under a name: {@code name}, and {@code all} where it is for all. */
  @PostMapping("/views")
  String keep(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = tables.enter(viewer, workspace);
    var found = tables.get(workspace, table);
    var form = ListForm.of(sent);
    var problems = new Problems();
    var typed = new Typed(problems);
    var name =
        typed.line("name", sent.getFirst("name"), SavedView.NAME, "tables.view.name.missing");
    form.read(found, reading, Manner.of(viewer.locale()), problems);
    if (!problems.any()) {
      boolean own = !"true".equals(sent.getFirst("all"));
      switch (views.keep(pass, found, name, form.query(), own)) {
        case Outcome.Done<SavedView>(var kept) -> {
          Flash.ok(onward, "tables.view.kept", kept.name());
          return "redirect:" + found.href() + "?" + kept.query();
        }
        case Outcome.Refused<SavedView>(var why) -> problems.add(why);
      }
    }
    show(pass, found, form, null, name, problems, model);
    return Pages.again(response, model, problems, "rows");
  }

  @PostMapping("/views/{view}/removal")
  String remove(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @PathVariable String view,
      RedirectAttributes onward) {
    var pass = tables.enter(viewer, workspace);
    var found = tables.get(workspace, table);
    views.remove(pass, found, Ids.require(view));
    Flash.ok(onward, "tables.view.gone");
    return "redirect:" + found.href();
  }

  private int count(Table table, Asked asked, int withWords) {
    return asked.filters().isEmpty() ? withWords : rows.count(table, asked, ListStore.COUNTED);
  }

  private static @Nullable Mark mark(MultiValueMap<String, String> sent) {
    var place = sent.getFirst("after");
    var key = sent.getFirst("key");
    return place == null || !place.matches("[0-9]{1,18}")
        ? null
        : new Mark(key == null ? "" : key, Long.parseLong(place));
  }

  private static String next(Table table, ListForm form, Asked asked, TableRow last) {
    var params = form.params(form.by(), form.down());
    var sort = asked.sort();
    params.add("after", String.valueOf(last.place()));
    if (sort != null) {
      params.add("key", sort.key(last.cell(sort.number())));
    }
    return ListForm.href(table.href(), params);
  }
}
