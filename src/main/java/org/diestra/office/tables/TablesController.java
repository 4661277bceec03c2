package org.diestra.office.tables;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/data}: the tables of a workspace. */
@Controller
@RequestMapping("/w/{workspace}/data")
class TablesController {
  private final Tables tables;
  private final TableFrame frame;
  private final MessageSource messages;
  private final ObjectProvider<TablesPart> parts;

  TablesController(
      Tables tables, TableFrame frame, MessageSource messages, ObjectProvider<TablesPart> parts) {
    this.tables = tables;
    this.frame = frame;
    this.messages = messages;
    this.parts = parts;
  }

  @GetMapping
  String list(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var pass = tables.enter(viewer, workspace);
    model.addAttribute("pass", pass);
    model.addAttribute("all", tables.of(workspace));
    model.addAttribute("out", tables.out(pass));
    model.addAttribute("parts", parts.orderedStream().toList());
    return "index";
  }

  @GetMapping("/new")
  String fresh(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var first = messages.getMessage("tables.field.first", null, viewer.locale());
    return form(tables.enter(viewer, workspace), TableForm.fresh(first), model);
  }

  private static String form(Pass pass, TableForm form, Model model) {
    model.addAttribute("pass", pass);
    model.addAttribute("form", form);
    return "new";
  }

  @PostMapping("/new")
  String open(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = tables.enter(viewer, workspace);
    var form =
        new TableForm(
            sent.getFirst("name"),
            sent.getFirst("about"),
            rows(sent, "fields-", ""),
            rows(sent, "kinds-", "text"),
            "");
    var problems = new Problems();
    var table = form.read(problems, true);
    if (table == null) {
      return Pages.again(response, model, problems, form(pass, form, model));
    }
    return tables
        .open(pass, table)
        .fold(
            opened -> {
              Flash.ok(onward, "tables.opened", opened.name());
              return "redirect:" + opened.href();
            },
            why -> Pages.again(response, model, why, form(pass, form, model)));
  }

  private static List<String> rows(
      MultiValueMap<String, String> sent, String name, String otherwise) {
    return IntStream.range(0, TableForm.ROWS)
        .mapToObj(i -> value(sent.getFirst(name + i), otherwise))
        .toList();
  }

  private static String value(@Nullable String sent, String otherwise) {
    return sent == null ? otherwise : sent;
  }

  @GetMapping("/{table}/settings")
  String settings(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      Model model) {
    var pass = tables.enter(viewer, workspace);
    var found = tables.get(workspace, table);
    return settings(pass, found, TableForm.of(found), model);
  }

  private String settings(Pass pass, Table table, TableForm form, Model model) {
    model.addAttribute("around", frame.of(pass, table));
    model.addAttribute("form", form);
    return "settings";
  }

  @PostMapping("/{table}/settings")
  String rename(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String about,
      @RequestParam(defaultValue = "") String seen,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = tables.enter(viewer, workspace);
    var found = tables.get(workspace, table);
    var form = new TableForm(name, about, List.of(), List.of(), seen);
    var problems = new Problems();
    var read = form.read(problems, false);
    if (read == null) {
      return Pages.again(response, model, problems, settings(pass, found, form, model));
    }
    return tables
        .rename(pass, found, read.name(), read.about(), form.version())
        .fold(
            renamed -> {
              Flash.ok(onward, "tables.renamed", renamed.name());
              return "redirect:" + renamed.href();
            },
            why -> Pages.again(response, model, why, settings(pass, found, form, model)));
  }

  @PostMapping("/{table}/removal")
  String remove(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      RedirectAttributes onward) {
    var pass = tables.enter(viewer, workspace);
    var found = tables.get(workspace, table);
    tables.remove(pass, table);
    Flash.undoable(onward, found.href() + "/return", "tables.removed", found.name());
    return "redirect:" + pass.href("data");
  }

  @PostMapping("/{table}/return")
  String bringBack(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      RedirectAttributes onward) {
    var pass = tables.enter(viewer, workspace);
    return tables
        .bringBack(pass, table)
        .fold(
            back -> {
              Flash.ok(onward, "tables.returned");
              return "redirect:" + pass.href("data/" + back);
            },
            why -> {
              Flash.refused(onward, why);
              return "redirect:" + pass.href("data");
            });
  }
}
