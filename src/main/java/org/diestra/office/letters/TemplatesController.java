package org.diestra.office.letters;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/letters}: the templates. */
@Controller
@RequestMapping("/w/{workspace}/letters")
class TemplatesController {
  private final Workspaces workspaces;
  private final Templates templates;
  private final Accounts accounts;

  TemplatesController(Workspaces workspaces, Templates templates, Accounts accounts) {
    this.workspaces = workspaces;
    this.templates = templates;
    this.accounts = accounts;
  }

  /**
   * @param names of those who changed one last
   */
  record Shelf(Pass pass, List<Template> templates, Map<PersonId, String> names) {}

  @GetMapping
  String list(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var pass = enter(viewer, workspace);
    var all = templates.all(pass);
    var people = all.stream().map(Template::changedBy).collect(Collectors.toSet());
    model.addAttribute("shelf", new Shelf(pass, all, accounts.names(people)));
    return "index";
  }

  private Pass enter(Viewer viewer, WorkspaceId workspace) {
    var pass = workspaces.enter(viewer, workspace);
    pass.requireWorks(Area.ADMIN);
    return pass;
  }

  /** Some of the house's, to begin with. */
  @PostMapping("/examples")
  String examples(Viewer viewer, @PathVariable WorkspaceId workspace, RedirectAttributes onward) {
    var pass = enter(viewer, workspace);
    if (templates.all(pass).isEmpty()) {
      templates.examples(pass, viewer.locale());
      Flash.ok(onward, "letters.examples.added");
    }
    return "redirect:" + pass.href("letters");
  }

  @GetMapping("/new")
  String fresh(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    return edit(enter(viewer, workspace), null, TemplateForm.blank(viewer.locale()), model);
  }

  private static String edit(Pass pass, @Nullable Template it, TemplateForm form, Model model) {
    model.addAttribute("pass", pass);
    model.addAttribute("template", it);
    model.addAttribute("form", form);
    return "edit";
  }

  @PostMapping("/new")
  String add(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @ModelAttribute("form") TemplateForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = enter(viewer, workspace);
    var problems = new Problems();
    var text = form.read(problems);
    if (text != null) {
      switch (templates.add(pass, text)) {
        case Outcome.Done<TemplateId> added -> {
          Flash.ok(onward, "letters.added", text.name());
          return "redirect:" + pass.href("letters");
        }
        case Outcome.Refused<TemplateId>(var why) -> problems.add(why);
      }
    }
    return Pages.again(response, model, problems, edit(pass, null, form, model));
  }

  @GetMapping("/{template}/edit")
  String change(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TemplateId template,
      Model model) {
    var pass = enter(viewer, workspace);
    var it = templates.get(pass, template);
    return edit(pass, it, TemplateForm.of(it), model);
  }

  @PostMapping("/{template}/edit")
  String change(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TemplateId template,
      @ModelAttribute("form") TemplateForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = enter(viewer, workspace);
    var it = templates.get(pass, template);
    var problems = new Problems();
    var text = form.read(problems);
    if (text != null) {
      switch (templates.change(pass, template, text, form.version())) {
        case Outcome.Done<TemplateId> changed -> {
          Flash.ok(onward, "letters.changed", text.name());
          return "redirect:" + pass.href("letters");
        }
        case Outcome.Refused<TemplateId>(var why) -> problems.add(why);
      }
    }
    return Pages.again(response, model, problems, edit(pass, it, form, model));
  }

  @PostMapping("/{template}/removal")
  String remove(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TemplateId template,
      RedirectAttributes onward) {
    var pass = enter(viewer, workspace);
    var name = templates.get(pass, template).name();
    templates.remove(pass, template);
    Flash.undoable(onward, pass.href("letters/" + template + "/return"), "letters.removed", name);
    return "redirect:" + pass.href("letters");
  }

  @PostMapping("/{template}/return")
  String bringBack(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TemplateId template,
      RedirectAttributes onward) {
    var pass = enter(viewer, workspace);
    templates.bringBack(pass, template);
    Flash.ok(onward, "letters.returned", templates.get(pass, template).name());
    return "redirect:" + pass.href("letters");
  }

  /** The fields that the house fills, as they are written in that language. */
  static List<String> fields(Locale language) {
    return Arrays.stream(Field.values()).map(field -> "{{" + field.in(language) + "}}").toList();
  }
}
