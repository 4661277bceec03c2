package org.diestra.office.tables;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.diestra.office.fields.Field;
import org.diestra.office.fields.FieldKind;
import org.diestra.office.tables.TableFrame.Around;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
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

/** {@code /w/{workspace}/data/{table}/fields}: what a table's rows are made of. */
@Controller
@RequestMapping("/w/{workspace}/data/{table}/fields")
class FieldsController {
  private final Tables tables;
  private final FieldEdits edits;
  private final TableFrame frame;

  FieldsController(Tables tables, FieldEdits edits, TableFrame frame) {
    this.tables = tables;
    this.edits = edits;
    this.frame = frame;
  }

  /**
   * A form before somebody.
   *
   * @param field null for a new one
   * @param targets where a link may lead
   */
  record Writing(Around around, @Nullable Field field, FieldForm form, List<Table> targets) {}

  private Around around(Viewer viewer, WorkspaceId workspace, TableId table) {
    return frame.of(tables.enter(viewer, workspace), tables.get(workspace, table));
  }

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      Model model) {
    model.addAttribute("around", around(viewer, workspace, table));
    return "fields";
  }

  @GetMapping("/new")
  String fresh(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @RequestParam(defaultValue = "text") String kind,
      Model model) {
    var around = around(viewer, workspace, table);
    var sort = FieldKind.read(kind).orElseThrow(NotFound::new);
    return form(around, null, new FieldForm(sort, Map.of()), model);
  }

  private String form(Around around, @Nullable Field field, FieldForm form, Model model) {
    var targets =
        form.kind() == FieldKind.LINK ? tables.of(around.table().workspace()) : List.<Table>of();
    model.addAttribute("writing", new Writing(around, field, form, targets));
    return "field";
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
    var kind = FieldKind.read(sent.getOrDefault("kind", "")).orElseThrow(NotFound::new);
    var form = new FieldForm(kind, sent);
    var problems = new Problems();
    var field = form.read(null, tables.of(workspace), problems);
    if (field == null) {
      return Pages.again(response, model, problems, form(around, null, form, model));
    }
    return edits
        .add(around.pass(), around.table(), field, seen(sent))
        .fold(
            added -> {
              Flash.ok(onward, "tables.field.added", added.name());
              return "redirect:" + around.href("fields");
            },
            why -> Pages.again(response, model, why, form(around, null, form, model)));
  }

  private static int seen(Map<String, String> sent) {
    return TableForm.number(sent.get("seen"));
  }

  @GetMapping("/{number}")
  String edit(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @PathVariable String number,
      Model model) {
    var around = around(viewer, workspace, table);
    var field = field(around, number);
    return form(around, field, new FieldForm(field.kind(), Map.of()), model);
  }

  private static Field field(Around around, String number) {
    return around.table().field(TableForm.number(number)).orElseThrow(NotFound::new);
  }

  @PostMapping("/{number}")
  String change(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @PathVariable String number,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var around = around(viewer, workspace, table);
    var was = field(around, number);
    var form = new FieldForm(was.kind(), sent);
    var problems = new Problems();
    var field = form.read(was, List.of(), problems);
    if (field == null) {
      return Pages.again(response, model, problems, form(around, was, form, model));
    }
    return edits
        .change(around.pass(), around.table(), field, seen(sent))
        .fold(
            changed -> {
              Flash.ok(onward, "tables.field.changed", changed.name());
              return "redirect:" + around.href("fields");
            },
            why -> Pages.again(response, model, why, form(around, was, form, model)));
  }

  @PostMapping("/{number}/place")
  String move(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @PathVariable String number,
      @RequestParam Map<String, String> sent,
      RedirectAttributes onward) {
    var around = around(viewer, workspace, table);
    boolean down = "true".equals(sent.get("down"));
    var field = field(around, number).number();
    if (edits.move(around.pass(), around.table(), field, down, seen(sent))
        instanceof Outcome.Refused<Field>(var why)) {
      Flash.refused(onward, why);
    }
    return "redirect:" + around.href("fields");
  }

  @PostMapping("/{number}/retirement")
  String retire(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @PathVariable String number,
      @RequestParam Map<String, String> sent,
      RedirectAttributes onward) {
    var around = around(viewer, workspace, table);
    boolean out = !"true".equals(sent.get("back"));
    switch (edits.retire(
        around.pass(), around.table(), TableForm.number(number), out, seen(sent))) {
      case Outcome.Done<Field>(var field) ->
          Flash.ok(onward, out ? "tables.field.retired" : "tables.field.returned", field.name());
      case Outcome.Refused<Field>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + around.href("fields");
  }
}
