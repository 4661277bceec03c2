package org.diestra.office.tables;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.diestra.office.fields.Manner;
import org.diestra.office.tables.Cells.Difference;
import org.diestra.office.tables.TableFrame.Around;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/data/{table}/rows}: one row, looked at and written. */
@Controller
@RequestMapping("/w/{workspace}/data/{table}/rows")
class RowController {
  private final Tables tables;
  private final Rows rows;
  private final Reading reading;
  private final TableFrame frame;
  private final Accounts accounts;

  RowController(Tables tables, Rows rows, Reading reading, TableFrame frame, Accounts accounts) {
    this.tables = tables;
    this.rows = rows;
    this.reading = reading;
    this.frame = frame;
    this.accounts = accounts;
  }

  /**
   * A row before somebody.
   *
   * @param links what the rows are called to which it leads, and led
   * @param names of those who did something to it
   */
  record View(
      Around around,
      TableRow row,
      List<Turn> history,
      Map<UUID, String> links,
      Map<PersonId, String> names) {
    String href() {
      return around.href("rows/" + row.id());
    }
  }

  /**
   * A form before somebody.
   *
   * @param row null for a new one
   * @param meanwhile what others have changed since it was opened, or null
   */
  record Writing(
      Around around,
      @Nullable TableRow row,
      RowForm form,
      @Nullable Difference meanwhile,
      Map<UUID, String> links) {}

  @GetMapping("/new")
  String fresh(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      Model model) {
    var around = around(viewer, workspace, table);
    return form(new Writing(around, null, RowForm.FRESH, null, Map.of()), model);
  }

  private Around around(Viewer viewer, WorkspaceId workspace, TableId table) {
    return frame.of(tables.enter(viewer, workspace), tables.get(workspace, table));
  }

  private static String form(Writing writing, Model model) {
    model.addAttribute("writing", writing);
    return "edit";
  }

  @PostMapping("/new")
  String add(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var around = around(viewer, workspace, table);
    var found = around.table();
    var form = RowForm.of(found, sent);
    var read = reading.read(found, List.of(form.typed()), Manner.of(viewer.locale())).getFirst();
    var writing = new Writing(around, null, form, null, Map.of());
    if (!read.sound()) {
      return Pages.again(response, model, RowForm.problems(found, read), form(writing, model));
    }
    return rows.add(found, List.of(read.values()), viewer.id(), null)
        .fold(
            ids -> {
              Flash.ok(onward, "tables.row.added");
              boolean more = sent.containsKey("more");
              return "redirect:" + around.href(more ? "rows/new" : "rows/" + ids.getFirst());
            },
            why -> Pages.again(response, model, why, form(writing, model)));
  }

  @GetMapping("/{row}")
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @PathVariable RowId row,
      Model model) {
    var around = around(viewer, workspace, table);
    var found = rows.get(around.table(), row);
    var history = rows.history(around.table(), row);
    var all =
        Stream.concat(
                Stream.of(found.cells()),
                history.stream().flatMap(t -> Stream.of(t.before(), t.after())))
            .toList();
    var people = new HashSet<PersonId>();
    for (var turn : history) {
      if (turn.by() != null) {
        people.add(turn.by());
      }
    }
    model.addAttribute(
        "view",
        new View(around, found, history, rows.names(around.table(), all), accounts.names(people)));
    return "row";
  }

  @GetMapping("/{row}/edit")
  String edit(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @PathVariable RowId row,
      Model model) {
    var around = around(viewer, workspace, table);
    var found = rows.get(around.table(), row);
    var names = rows.names(around.table(), List.of(found.cells()));
    var form = RowForm.of(around.table(), found, names, Manner.of(viewer.locale()));
    return form(new Writing(around, found, form, null, names), model);
  }

  @PostMapping("/{row}/edit")
  String change(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @PathVariable RowId row,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var around = around(viewer, workspace, table);
    var found = around.table();
    var now = rows.get(found, row);
    var form = RowForm.of(found, sent);
    var names = rows.names(found, List.of(now.cells()));
    var first = reading.read(found, List.of(form.typed()), Manner.of(viewer.locale())).getFirst();
    var read = RowForm.keep(found, form, first, now, names, Manner.of(viewer.locale()));
    if (!read.sound()) {
      var writing = new Writing(around, now, form, null, names);
      return Pages.again(response, model, RowForm.problems(found, read), form(writing, model));
    }
    return switch (rows.change(around.pass(), found, row, read.values(), form.seen())) {
      case Outcome.Done<TableRow>(var changed) -> {
        if (changed.version() == form.seen()) {
          Flash.note(onward, "tables.row.same");
        } else {
          var turn = around.href("rows/" + row + "/turns/" + Ids.text(rows.last(found, row)));
          Flash.undoable(onward, turn, "tables.row.changed");
        }
        yield "redirect:" + around.href("rows/" + row);
      }
      case Outcome.Refused<TableRow>(var why) -> {
        var meanwhile = Rows.meanwhile(now, read.values());
        var again = new RowForm(form.typed(), now.version());
        yield Pages.again(
            response, model, why, form(new Writing(around, now, again, meanwhile, names), model));
      }
    };
  }

  @PostMapping("/{row}/removal")
  String remove(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @PathVariable RowId row,
      RedirectAttributes onward) {
    var around = around(viewer, workspace, table);
    rows.remove(around.pass(), around.table(), row);
    Flash.undoable(onward, around.href("rows/" + row + "/return"), "tables.row.removed");
    return "redirect:" + around.href("");
  }

  @PostMapping("/{row}/return")
  String bringBack(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @PathVariable RowId row,
      RedirectAttributes onward) {
    var around = around(viewer, workspace, table);
    return told(
        rows.bringBack(around.pass(), around.table(), row),
        "tables.row.returned",
        around.href("rows/" + row),
        onward);
  }

  @PostMapping("/{row}/turns/{turn}")
  String rewind(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @PathVariable RowId row,
      @PathVariable String turn,
      RedirectAttributes onward) {
    var around = around(viewer, workspace, table);
    return told(
        rows.rewind(around.pass(), around.table(), row, Ids.require(turn)),
        "tables.row.rewound",
        around.href("rows/" + row),
        onward);
  }

  private static String told(
      Outcome<TableRow> outcome, String key, String href, RedirectAttributes onward) {
    switch (outcome) {
      case Outcome.Done<TableRow> done -> Flash.ok(onward, key);
      case Outcome.Refused<TableRow>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + href;
  }
}
