package org.diestra.office.statements;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.books.AccountList;
import org.diestra.office.books.Books;
import org.diestra.office.books.BooksFrame;
import org.diestra.office.books.BooksFrame.Around;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.dues.DueId;
import org.diestra.office.dues.Standing;
import org.diestra.office.statements.Suggestion.ByRule;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /w/{workspace}/books/banks/lines/{line}}: one line of a bank, and what is done with it.
 */
@Controller
@RequestMapping("/w/{workspace}/books/banks/lines/{line}")
class MovementController {
  private static final int LONGEST_REASON = 200;
  private final Books books;
  private final BooksFrame frame;
  private final ChartOfAccounts chart;
  private final BankAccounts accounts;
  private final Suggestions suggestions;
  private final Rules rules;
  private final Matches matches;
  private final PaperPayments payments;

  MovementController(
      Books books,
      BooksFrame frame,
      ChartOfAccounts chart,
      BankAccounts accounts,
      Suggestions suggestions,
      Rules rules,
      Matches matches,
      PaperPayments payments) {
    this.books = books;
    this.frame = frame;
    this.chart = chart;
    this.accounts = accounts;
    this.suggestions = suggestions;
    this.rules = rules;
    this.matches = matches;
    this.payments = payments;
  }

  /**
   * A line before somebody.
   *
   * @param found what there is that may show it
   * @param payable bills and invoices that it may pay, the first due first
   */
  record View(
      Around around,
      BankAccount account,
      Movement movement,
      List<Suggestion> found,
      AccountList chart,
      PartsForm form,
      List<Standing> payable) {
    Desk desk() {
      return around.desk();
    }

    String seen() {
      return String.valueOf(movement.version());
    }
  }

  @GetMapping
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable MovementId line,
      Model model) {
    var desk = books.enter(viewer, workspace);
    var movement = matches.get(desk, line);
    var found = suggestions.all(desk, movement);
    var rule =
        found.stream()
            .flatMap(s ->
                s instanceof ByRule(var said)
                    ? java.util.stream.Stream.of(said)
                    : java.util.stream.Stream.<Rule>empty())
            .findFirst()
            .orElse(null);
    var form = PartsForm.fresh(movement, rule, chart.of(workspace).byId(), viewer.locale());
    return page(desk, movement, form, model);
  }

  private String page(Desk desk, Movement movement, PartsForm form, Model model) {
    model.addAttribute(
        "view",
        new View(
            frame.of(desk),
            accounts.get(desk, movement.account()),
            movement,
            suggestions.all(desk, movement),
            chart.of(desk.book().workspace()),
            form,
            payments.payable(desk, movement)));
    return "line";
  }

  /** Takes what was suggested: {@code kind} says which sort, {@code what} which. */
  @PostMapping("/acceptance")
  String accept(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable MovementId line,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String what,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    int version = BankAccountForm.version(seen);
    var outcome =
        switch (kind) {
          case "entry" -> matches.show(desk, line, version, EntryId.of(what));
          case "transfer" -> matches.transfer(desk, line, version, MovementId.of(what));
          case "rule" ->
              matches.accept(desk, line, version, new ByRule(rules.get(desk, RuleId.of(what))));
          case "paper" -> payments.pay(desk, line, version, List.of(DueId.of(what)));
          default -> throw new NotFound();
        };
    return after(
        outcome,
        desk,
        line,
        kind.equals("entry") ? "statements.matched" : "statements.proposed",
        onward);
  }

  private String after(
      Outcome<Movement> outcome,
      Desk desk,
      MovementId line,
      String key,
      RedirectAttributes onward) {
    return switch (outcome) {
      case Outcome.Done<Movement>(var movement) -> {
        Flash.ok(onward, key, movement.title());
        yield "redirect:" + desk.href("banks/" + movement.account());
      }
      case Outcome.Refused<Movement>(var why) -> {
        Flash.refused(onward, why);
        yield "redirect:" + desk.href("banks/lines/" + line);
      }
    };
  }

  /** The papers that it pays, ticked: {@code paper} repeated, each an id. */
  @PostMapping("/payment")
  String pay(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable MovementId line,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam MultiValueMap<String, String> sent,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var papers = sent.getOrDefault("paper", List.of()).stream().map(DueId::of).toList();
    var outcome = payments.pay(desk, line, BankAccountForm.version(seen), papers);
    return after(outcome, desk, line, "statements.proposed", onward);
  }

  @PostMapping("/entry")
  String write(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable MovementId line,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(name = "do", defaultValue = "propose") String what,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var movement = matches.get(desk, line);
    var form = PartsForm.of(sent);
    if (what.equals("more")) {
      return page(desk, movement, form.longer(), model);
    }
    var problems = new Problems();
    var parts = form.read(movement, chart.of(workspace), problems);
    if (parts == null) {
      return Pages.again(response, model, problems, page(desk, movement, form, model));
    }
    return switch (matches.write(desk, line, form.seen(), parts, form.text(), form.remember())) {
      case Outcome.Refused<Movement>(var why) ->
          Pages.again(response, model, why, page(desk, movement, form, model));
      case Outcome.Done<Movement> done -> after(done, desk, line, "statements.proposed", onward);
    };
  }

  @PostMapping("/ignoring")
  String ignore(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable MovementId line,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var movement = matches.get(desk, line);
    var problems = new Problems();
    var why =
        new Typed(problems)
            .line("reason", reason, LONGEST_REASON, "statements.ignore.reason.missing");
    if (problems.any()) {
      var form = PartsForm.fresh(movement, null, chart.of(workspace).byId(), viewer.locale());
      return Pages.again(response, model, problems, page(desk, movement, form, model));
    }
    var outcome = matches.ignore(desk, line, BankAccountForm.version(seen), why);
    return after(outcome, desk, line, "statements.ignored", onward);
  }

  @PostMapping("/reopening")
  String reopen(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable MovementId line,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var outcome = matches.reopen(desk, line, BankAccountForm.version(seen));
    return after(outcome, desk, line, "statements.reopened", onward);
  }
}
