package org.diestra.office.statements;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.diestra.office.books.Account;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountUse;
import org.diestra.office.books.Books;
import org.diestra.office.books.BooksFrame;
import org.diestra.office.books.BooksFrame.Around;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.statements.BankAccounts.Overview;
import org.diestra.office.statements.Movement.State;
import org.diestra.office.statements.MovementStore.Mark;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
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

/** {@code /w/{workspace}/books/banks}: bank accounts, and the lines of each. */
@Controller
@RequestMapping("/w/{workspace}/books/banks")
class BanksController {
  private static final int PAGE = 50;
  private static final int LONGEST = 120;
  private final Books books;
  private final BooksFrame frame;
  private final ChartOfAccounts chart;
  private final BankAccounts accounts;
  private final Suggestions suggestions;
  private final Imports imports;

  BanksController(
      Books books,
      BooksFrame frame,
      ChartOfAccounts chart,
      BankAccounts accounts,
      Suggestions suggestions,
      Imports imports) {
    this.books = books;
    this.frame = frame;
    this.chart = chart;
    this.accounts = accounts;
    this.suggestions = suggestions;
    this.imports = imports;
  }

  @GetMapping
  String list(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var desk = books.enter(viewer, workspace);
    Overview overview = accounts.overview(desk);
    model.addAttribute("around", frame.of(desk));
    model.addAttribute("overview", overview);
    model.addAttribute("chart", chart.of(workspace).byId());
    return "index";
  }

  @GetMapping("/new")
  String fresh(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    return form(books.enter(viewer, workspace), null, BankAccountForm.FRESH, model);
  }

  private String form(Desk desk, @Nullable BankAccount account, BankAccountForm form, Model model) {
    model.addAttribute("around", frame.of(desk));
    model.addAttribute("account", account);
    model.addAttribute("form", form);
    model.addAttribute(
        "ledgers",
        chart.of(desk.book().workspace()).open().stream()
            .filter(a -> a.use() == AccountUse.BANK || a.code().startsWith("57"))
            .toList());
    return "account";
  }

  @PostMapping
  String add(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @ModelAttribute("form") BankAccountForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var problems = new Problems();
    var account = form.read(desk.book(), chart.of(workspace), problems);
    if (account == null) {
      return Pages.again(response, model, problems, form(desk, null, form, model));
    }
    return accounts
        .add(desk, account)
        .fold(
            added -> {
              Flash.ok(onward, "statements.account.added");
              return "redirect:" + added.href();
            },
            why -> Pages.again(response, model, why, form(desk, null, form, model)));
  }

  @GetMapping("/{account}/edit")
  String edit(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable BankAccountId account,
      Model model) {
    var desk = books.enter(viewer, workspace);
    var found = accounts.get(desk, account);
    var form = BankAccountForm.of(found, chart.of(workspace).byId(), viewer.locale());
    return form(desk, found, form, model);
  }

  @PostMapping("/{account}/edit")
  String change(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable BankAccountId account,
      @ModelAttribute("form") BankAccountForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var found = accounts.get(desk, account);
    var problems = new Problems();
    var after = form.read(found, problems);
    if (after == null) {
      return Pages.again(response, model, problems, form(desk, found, form, model));
    }
    return accounts
        .change(desk, after)
        .fold(
            changed -> {
              Flash.ok(onward, "statements.account.changed");
              return "redirect:" + changed.href();
            },
            why -> Pages.again(response, model, why, form(desk, found, form, model)));
  }

  /**
   * An account before somebody.
   *
   * @param state that is asked for, or null for all
   * @param suggested the most probable of each open line
   * @param brought the latest statements
   * @param next where the next page begins, or null
   */
  record View(
      Around around,
      BankAccount account,
      @Nullable Account ledger,
      @Nullable State state,
      String words,
      List<Movement> rows,
      Map<MovementId, Suggestion> suggested,
      Map<AccountId, Account> chart,
      List<Brought> brought,
      @Nullable String next) {
    Desk desk() {
      return around.desk();
    }
  }

  @GetMapping("/{account}")
  String lines(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable BankAccountId account,
      @RequestParam(defaultValue = "open") String state,
      @RequestParam(defaultValue = "") String q,
      @RequestParam @Nullable String day,
      @RequestParam @Nullable String after,
      Model model) {
    var desk = books.enter(viewer, workspace);
    var found = accounts.get(desk, account);
    model.addAttribute("view", view(desk, found, state, q, mark(day, after)));
    return "lines";
  }

  private static @Nullable Mark mark(@Nullable String day, @Nullable String after) {
    var date = BankAccountForm.day(day);
    return date == null || after == null ? null : new Mark(date, Ids.require(after));
  }

  View view(Desk desk, BankAccount account, String state, String q, @Nullable Mark before) {
    var line = Typed.line(q);
    var words = line.substring(0, Math.min(line.length(), LONGEST));
    var chosen = state(state);
    var found = accounts.lines(account, chosen, words, before, PAGE + 1);
    var rows = found.subList(0, Math.min(PAGE, found.size()));
    var byId = chart.of(desk.book().workspace()).byId();
    var last = rows.isEmpty() ? null : rows.getLast();
    return new View(
        frame.of(desk),
        account,
        byId.get(account.ledger()),
        chosen,
        words,
        rows,
        suggestions.first(desk, rows),
        byId,
        imports.latest(account),
        last == null || found.size() == rows.size()
            ? null
            : account.href()
                + "?state="
                + (chosen == null ? "all" : chosen.slug())
                + "&q="
                + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8)
                + "&day="
                + last.day()
                + "&after="
                + last.id());
  }

  private static @Nullable State state(String slug) {
    for (var one : State.values()) {
      if (one.slug().equals(slug)) {
        return one;
      }
    }
    return null;
  }
}
