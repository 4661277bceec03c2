package org.diestra.office.statements;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.office.books.Books;
import org.diestra.office.books.BooksFrame;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
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

/** {@code /w/{workspace}/books/banks/rules}: rules, to be read and changed by people. */
@Controller
@RequestMapping("/w/{workspace}/books/banks/rules")
class RulesController {
  private final Books books;
  private final BooksFrame frame;
  private final ChartOfAccounts chart;
  private final Rules rules;

  RulesController(Books books, BooksFrame frame, ChartOfAccounts chart, Rules rules) {
    this.books = books;
    this.frame = frame;
    this.chart = chart;
    this.rules = rules;
  }

  @GetMapping
  String list(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var desk = books.enter(viewer, workspace);
    model.addAttribute("around", frame.of(desk));
    model.addAttribute("rules", rules.all(desk));
    model.addAttribute("chart", chart.of(workspace).byId());
    return "rules";
  }

  @GetMapping("/new")
  String fresh(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    return form(books.enter(viewer, workspace), null, RuleForm.FRESH, model);
  }

  private String form(Desk desk, @Nullable Rule rule, RuleForm form, Model model) {
    model.addAttribute("around", frame.of(desk));
    model.addAttribute("rule", rule);
    model.addAttribute("form", form);
    model.addAttribute("chart", chart.of(desk.book().workspace()));
    return "rule";
  }

  @PostMapping
  String add(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @ModelAttribute("form") RuleForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var problems = new Problems();
    var rule = form.read(workspace, null, chart.of(workspace), problems);
    if (rule == null) {
      return Pages.again(response, model, problems, form(desk, null, form, model));
    }
    return rules
        .add(desk, rule)
        .fold(
            added -> {
              Flash.ok(onward, "statements.rule.saved");
              return "redirect:" + desk.href("banks/rules");
            },
            why -> Pages.again(response, model, why, form(desk, null, form, model)));
  }

  @GetMapping("/{rule}")
  String edit(
      Viewer viewer, @PathVariable WorkspaceId workspace, @PathVariable RuleId rule, Model model) {
    var desk = books.enter(viewer, workspace);
    var found = rules.get(desk, rule);
    var form = RuleForm.of(found, chart.of(workspace).byId(), viewer.locale());
    return form(desk, found, form, model);
  }

  @PostMapping("/{rule}")
  String change(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable RuleId rule,
      @ModelAttribute("form") RuleForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var found = rules.get(desk, rule);
    var problems = new Problems();
    var after = form.read(workspace, found, chart.of(workspace), problems);
    if (after == null) {
      return Pages.again(response, model, problems, form(desk, found, form, model));
    }
    return rules
        .change(desk, after)
        .fold(
            changed -> {
              Flash.ok(onward, "statements.rule.saved");
              return "redirect:" + desk.href("banks/rules");
            },
            why -> Pages.again(response, model, why, form(desk, found, form, model)));
  }

  @PostMapping("/{rule}/removal")
  String remove(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable RuleId rule,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    rules.remove(desk, rules.get(desk, rule));
    Flash.ok(onward, "statements.rule.removed");
    return "redirect:" + desk.href("banks/rules");
  }
}
