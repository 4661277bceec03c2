package org.diestra.office.books;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Folded;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/books/accounts}: the chart, adding to it and changing it. */
@Controller
@RequestMapping("/w/{workspace}/books/accounts")
class AccountsController {
  private static final int LONGEST = 120;
  private final Books books;
  private final ChartOfAccounts chart;
  private final BooksFrame frame;

  AccountsController(Books books, ChartOfAccounts chart, BooksFrame frame) {
    this.books = books;
    this.chart = chart;
    this.frame = frame;
  }

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam(defaultValue = "") String q,
      Model model) {
    var desk = books.enter(viewer, workspace);
    var all = chart.of(workspace);
    var line = Typed.line(q);
    var words = line.substring(0, Math.min(line.length(), LONGEST));
    var folded = Folded.of(words);
    model.addAttribute("around", frame.of(desk));
    model.addAttribute("chart", all);
    model.addAttribute("q", words);
    model.addAttribute(
        "found",
        all.all().stream()
            .filter(a ->
                words.isEmpty()
                    || Folded.of(a.code() + " " + a.nameEs() + " " + a.nameEn()).contains(folded))
            .toList());
    return "accounts";
  }

  @GetMapping("/new")
  String fresh(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable String of,
      Model model) {
    var desk = books.enter(viewer, workspace);
    var above = of == null ? null : chart.get(workspace, AccountId.of(of));
    return form(desk, null, AccountForm.fresh(above), model);
  }

  private String form(Desk desk, @Nullable Account account, AccountForm form, Model model) {
    model.addAttribute("around", frame.of(desk));
    model.addAttribute("account", account);
    model.addAttribute("form", form);
    return "account";
  }

  @PostMapping
  String add(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @ModelAttribute("form") AccountForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var problems = new Problems();
    var account = form.read(workspace, chart.of(workspace), problems);
    if (account == null) {
      return Pages.again(response, model, problems, form(desk, null, form, model));
    }
    return chart
        .add(desk, account)
        .fold(
            added -> {
              Flash.ok(onward, "books.account.added", added.code());
              return "redirect:" + desk.href("accounts");
            },
            why -> Pages.again(response, model, why, form(desk, null, form, model)));
  }

  @GetMapping("/{account}/edit")
  String edit(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable AccountId account,
      Model model) {
    var desk = books.enter(viewer, workspace);
    var found = chart.get(workspace, account);
    return form(desk, found, AccountForm.of(found), model);
  }

  @PostMapping("/{account}/edit")
  String change(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable AccountId account,
      @ModelAttribute("form") AccountForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var found = chart.get(workspace, account);
    var problems = new Problems();
    var after = form.read(found, problems);
    if (after == null) {
      return Pages.again(response, model, problems, form(desk, found, form, model));
    }
    return chart
        .change(desk, after)
        .fold(
            changed -> {
              Flash.ok(onward, "books.account.changed", changed.code());
              return "redirect:" + desk.href("accounts");
            },
            why -> Pages.again(response, model, why, form(desk, found, form, model)));
  }

  @PostMapping("/{account}/closing")
  String close(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable AccountId account,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "true") boolean closed,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    int version = seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : 0;
    switch (chart.close(desk, account, version, closed)) {
      case Outcome.Done<Account>(var done) ->
          Flash.ok(
              onward, closed ? "books.account.is-closed" : "books.account.is-open", done.code());
      case Outcome.Refused<Account>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + desk.href("accounts/" + account + "/edit");
  }
}
