package org.diestra.office.statements;

import org.diestra.office.books.Books;
import org.diestra.office.books.BooksFrame;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/books/banks/{account}/reconciliation}: bank against books, by day. */
@Controller
@RequestMapping("/w/{workspace}/books/banks/{account}/reconciliation")
class ReconciliationController {
  private final Books books;
  private final BooksFrame frame;
  private final BankAccounts accounts;
  private final Reconciliations reconciliations;

  ReconciliationController(
      Books books, BooksFrame frame, BankAccounts accounts, Reconciliations reconciliations) {
    this.books = books;
    this.frame = frame;
    this.accounts = accounts;
    this.reconciliations = reconciliations;
  }

  @GetMapping
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable BankAccountId account,
      @RequestParam @Nullable String day,
      Model model) {
    var desk = books.enter(viewer, workspace);
    var found = accounts.get(desk, account);
    model.addAttribute("around", frame.of(desk));
    model.addAttribute("sides", reconciliations.at(found, BankAccountForm.day(day)));
    return "reconciliation";
  }

  @PostMapping
  String mark(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable BankAccountId account,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "") String day,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var date = BankAccountForm.day(day);
    if (date == null) {
      throw new NotFound();
    }
    switch (reconciliations.mark(desk, account, BankAccountForm.version(seen), date)) {
      case Outcome.Done<BankAccount> done -> Flash.ok(onward, "statements.reconciled", date);
      case Outcome.Refused<BankAccount>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + desk.href("banks/" + account + "/reconciliation?day=" + date);
  }
}
