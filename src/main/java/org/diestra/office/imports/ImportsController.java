package org.diestra.office.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diestra.office.imports.Intake.State;
import org.diestra.office.imports.Intake.Ways;
import org.diestra.office.tables.TableFrame;
import org.diestra.office.tables.TableFrame.Around;
import org.diestra.office.tables.TableId;
import org.diestra.office.tables.Tables;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/data/{table}/imports}: files that are brought into a table. */
@Controller
@RequestMapping("/w/{workspace}/data/{table}/imports")
class ImportsController {
  private static final int FAULTS = 100;
  private final Tables tables;
  private final Imports imports;
  private final TableFrame frame;
  private final Accounts accounts;

  ImportsController(Tables tables, Imports imports, TableFrame frame, Accounts accounts) {
    this.tables = tables;
    this.imports = imports;
    this.frame = frame;
    this.accounts = accounts;
  }

  /**
   * A file before somebody.
   *
   * @param next the line behind which more faults stand; null where there are none
   */
  record View(Around around, Intake intake, List<Fault> faults, @Nullable String next) {
    String href() {
      return around.href("imports/" + intake.id());
    }
  }

  private Around around(Viewer viewer, WorkspaceId workspace, TableId table) {
    return frame.of(tables.enter(viewer, workspace), tables.get(workspace, table));
  }

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      Model model) {
    return list(around(viewer, workspace, table), model);
  }

  private String list(Around around, Model model) {
    var all = imports.of(around.table());
    model.addAttribute("around", around);
    model.addAttribute("all", all);
    Map<PersonId, String> names =
        accounts.names(all.stream().map(Intake::person).collect(Collectors.toSet()));
    model.addAttribute("names", names);
    return "index";
  }

  @PostMapping
  String bring(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @RequestParam @Nullable MultipartFile file,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var around = around(viewer, workspace, table);
    return switch (brought(around, file)) {
      case Outcome.Done<Intake>(var intake) -> "redirect:" + around.href("imports/" + intake.id());
      case Outcome.Refused<Intake>(var why) -> {
        var problems = new Problems().add(new Refusal(why.kind(), why.key(), why.args(), "file"));
        yield Pages.again(response, model, problems, list(around, model));
      }
    };
  }

  private Outcome<Intake> brought(Around around, @Nullable MultipartFile file) throws IOException {
    if (file == null || file.isEmpty()) {
      return Outcome.refused(Refusal.invalid("file", "imports.file.missing"));
    }
    var name = file.getOriginalFilename();
    try (var in = file.getInputStream()) {
      return imports.bring(around.pass(), around.table(), in, name == null ? "" : name);
    }
  }

  @GetMapping("/{intake}")
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @PathVariable IntakeId intake,
      @RequestParam(defaultValue = "") String after,
      Model model) {
    return show(around(viewer, workspace, table), intake, after, model);
  }

  private String show(Around around, IntakeId id, String after, Model model) {
    var intake = imports.get(around.table(), id);
    var from = (after.matches("[0-9]{1,9}-[0-9]{1,3}") ? after : "0-0").split("-");
    var faults =
        imports.faults(intake, Integer.parseInt(from[0]), Integer.parseInt(from[1]), FAULTS);
    var last = faults.size() == FAULTS ? faults.getLast() : null;
    var next = last == null ? null : last.line() + "-" + last.field();
    model.addAttribute("view", new View(around, intake, faults, next));
    return "show";
  }

  @PostMapping("/{intake}/check")
  String check(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @PathVariable IntakeId intake,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response) {
    var around = around(viewer, workspace, table);
    var found = imports.get(around.table(), intake);
    var mapping = new ArrayList<Integer>();
    for (int i = 0; i < found.mapping().size(); i++) {
      var number = sent.getOrDefault("column-" + i, "");
      boolean field =
          number.matches("[0-9]{1,3}")
              && around.table().field(Integer.parseInt(number)).isPresent();
      mapping.add(field ? Integer.parseInt(number) : 0);
    }
    var ways =
        new Ways(
            ".".equals(sent.get("decimal")) ? '.' : ',',
            "true".equals(sent.get("monthFirst")),
            "true".equals(sent.get("headed")));
    return imports
        .check(around.pass(), found, ways, mapping)
        .fold(
            checked -> "redirect:" + around.href("imports/" + intake),
            why -> Pages.again(response, model, why, show(around, intake, "", model)));
  }

  @PostMapping("/{intake}/run")
  String run(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @PathVariable IntakeId intake,
      RedirectAttributes onward) {
    var around = around(viewer, workspace, table);
    return told(
        around, intake, imports.run(around.pass(), imports.get(around.table(), intake)), onward);
  }

  @PostMapping("/{intake}/undoing")
  String undo(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @PathVariable IntakeId intake,
      RedirectAttributes onward) {
    var around = around(viewer, workspace, table);
    return told(
        around, intake, imports.undo(around.pass(), imports.get(around.table(), intake)), onward);
  }

  private static String told(
      Around around, IntakeId intake, Outcome<Intake> outcome, RedirectAttributes onward) {
    if (outcome instanceof Outcome.Refused<Intake>(var why)) {
      Flash.refused(onward, why);
    }
    return "redirect:" + around.href("imports/" + intake);
  }

  /** Away with it; while it comes in, no more of it. */
  @PostMapping("/{intake}/removal")
  String drop(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TableId table,
      @PathVariable IntakeId intake,
      RedirectAttributes onward) {
    var around = around(viewer, workspace, table);
    var found = imports.get(around.table(), intake);
    if (found.state() == State.RUNNING) {
      return told(around, intake, imports.stop(around.pass(), found), onward);
    }
    switch (imports.drop(around.pass(), found)) {
      case Outcome.Done<Intake> done -> Flash.ok(onward, "imports.dropped");
      case Outcome.Refused<Intake>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + around.href("imports");
  }
}
