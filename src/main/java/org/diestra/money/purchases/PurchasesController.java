package org.diestra.money.purchases;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.diestra.office.books.AccountList;
import org.diestra.office.books.Books;
import org.diestra.office.books.BooksFrame;
import org.diestra.office.books.BooksFrame.Around;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
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

/** {@code /w/{workspace}/books/purchases}: what the house invoiced, among the client's bills. */
@Controller
@RequestMapping("/w/{workspace}/books/purchases")
class PurchasesController {
  private final Books books;
  private final BooksFrame frame;
  private final ChartOfAccounts chart;
  private final Purchases purchases;
  private final Accounts accounts;
  private final Clock clock;

  PurchasesController(
      Books books,
      BooksFrame frame,
      ChartOfAccounts chart,
      Purchases purchases,
      Accounts accounts,
      Clock clock) {
    this.books = books;
    this.frame = frame;
    this.chart = chart;
    this.purchases = purchases;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** As a browser sends it. */
  record Form(String account, String since, String seen) {
    Form {
      account = Typed.line(account);
      since = Typed.line(since);
      seen = Typed.line(seen);
    }
  }

  /**
   * @param standing null where nobody has ever said
   * @param by in whose name it is, or null
   * @param account of its lines, or null
   * @param open the accounts to choose from
   */
  record View(
      Around around,
      @Nullable Standing standing,
      @Nullable String by,
      @Nullable String account,
      List<Brought> latest,
      Form form,
      List<String> open) {
    Desk desk() {
      return around.desk();
    }

    boolean live() {
      return standing != null && standing.live();
    }
  }

  @GetMapping
  String show(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var desk = books.enter(viewer, workspace);
    return page(desk, null, model);
  }

  private String page(Desk desk, @Nullable Form sent, Model model) {
    var accountsOf = chart.of(desk.book().workspace());
    var standing = purchases.of(desk).orElse(null);
    var by = standing == null ? null : accounts.names(List.of(standing.by())).get(standing.by());
    var account = standing == null ? null : accountsOf.byId().get(standing.account());
    var label = account == null ? null : account.label(desk.pass().viewer().locale());
    var form = sent == null ? fresh(desk, standing, label) : sent;
    model.addAttribute(
        "view",
        new View(
            frame.of(desk),
            standing,
            by,
            label,
            purchases.latest(desk),
            form,
            open(desk, accountsOf)));
    return "index";
  }

  /** From the beginning of this month, or of the books. */
  private Form fresh(Desk desk, @Nullable Standing standing, @Nullable String account) {
    var month = desk.today(clock).withDayOfMonth(1);
    var begins = desk.book().begins();
    var since = standing != null ? standing.since() : month.isBefore(begins) ? begins : month;
    return new Form(
        account == null ? "" : account,
        since.toString(),
        String.valueOf(standing == null ? 0 : standing.version()));
  }

  private static List<String> open(Desk desk, AccountList chart) {
    var locale = desk.pass().viewer().locale();
    return chart.open().stream().map(one -> one.label(locale)).toList();
  }

  @PostMapping("/start")
  String start(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @ModelAttribute("form") Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var problems = new Problems();
    var account = chart.of(workspace).find("account", form.account(), problems);
    var since = Typed.day(form.since()).orElse(null);
    if (since == null) {
      problems.add("since", "purchases.since.missing");
    }
    if (account == null || since == null) {
      return Pages.again(response, model, problems, page(desk, form, model));
    }
    return purchases
        .start(desk, Typed.version(form.seen()), account, since)
        .fold(
            started -> {
              Flash.ok(onward, "purchases.started");
              return "redirect:" + desk.href("purchases");
            },
            why -> Pages.again(response, model, why, page(desk, form, model)));
  }

  @PostMapping("/stop")
  String stop(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    switch (purchases.stop(desk, Typed.version(seen))) {
      case Outcome.Done<Standing> done -> Flash.ok(onward, "purchases.stopped");
      case Outcome.Refused<Standing>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + desk.href("purchases");
  }
}
