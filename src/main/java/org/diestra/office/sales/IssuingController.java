package org.diestra.office.sales;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.office.books.AccountList;
import org.diestra.office.books.Books;
import org.diestra.office.books.BooksFrame;
import org.diestra.office.books.BooksFrame.Around;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.dues.DueId;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps of invoices, each a form of its own, and who issues them. */
@Controller
@RequestMapping("/w/{workspace}/books/sales")
class IssuingController {
  private static final int LONGEST_REASON = 500;
  private final Books books;
  private final BooksFrame frame;
  private final ChartOfAccounts chart;
  private final Invoices invoices;
  private final Issuing issuing;
  private final SalesPages pages;

  IssuingController(
      Books books,
      BooksFrame frame,
      ChartOfAccounts chart,
      Invoices invoices,
      Issuing issuing,
      SalesPages pages) {
    this.books = books;
    this.frame = frame;
    this.chart = chart;
    this.invoices = invoices;
    this.issuing = issuing;
    this.pages = pages;
  }

  @PostMapping("/{invoice}/issue")
  String issue(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable DueId invoice,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    try {
      return after(
          issuing.issue(desk, invoice, Typed.version(seen)), desk, invoice, "sales.issued", onward);
    } catch (Issuing.Unposted e) {
      Flash.refused(onward, e.why());
      return "redirect:" + desk.href("sales/" + invoice);
    }
  }

  private static String after(
      Outcome<DueId> outcome, Desk desk, DueId id, String key, RedirectAttributes onward) {
    switch (outcome) {
      case Outcome.Done<DueId> done -> Flash.ok(onward, key);
      case Outcome.Refused<DueId>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + desk.href("sales/" + id);
  }

  @PostMapping("/{invoice}/return")
  String giveBack(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable DueId invoice,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var problems = new Problems();
    var why =
        new Typed(problems).text("reason", reason, LONGEST_REASON, "sales.return.reason.missing");
    if (problems.any()) {
      var found = invoices.get(desk, invoice);
      return Pages.again(response, model, problems, pages.show(desk, found, model));
    }
    return after(
        invoices.giveBack(desk, invoice, Typed.version(seen), why),
        desk,
        invoice,
        "sales.returned",
        onward);
  }

  @PostMapping("/{invoice}/proposal")
  String propose(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable DueId invoice,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    return after(
        invoices.propose(desk, invoice, Typed.version(seen)),
        desk,
        invoice,
        "sales.proposed",
        onward);
  }

  @PostMapping("/{invoice}/withdrawal")
  String withdraw(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable DueId invoice,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    return after(
        invoices.withdraw(desk, invoice, Typed.version(seen)), desk, invoice, "sales.kept", onward);
  }

  @PostMapping("/{invoice}/removal")
  String remove(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable DueId invoice,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    return switch (invoices.remove(desk, invoice, Typed.version(seen))) {
      case Outcome.Done<DueId> done -> {
        Flash.ok(onward, "sales.removed");
        yield "redirect:" + desk.href("sales");
      }
      case Outcome.Refused<DueId>(var why) -> {
        Flash.refused(onward, why);
        yield "redirect:" + desk.href("sales/" + invoice);
      }
    };
  }

  record Sheet(Around around, IssuerForm form, AccountList chart) {
    Desk desk() {
      return around.desk();
    }
  }

  @GetMapping("/issuer")
  String issuer(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var desk = books.enter(viewer, workspace);
    if (!desk.posts()) {
      throw new NotFound();
    }
    var accounts = chart.of(workspace);
    var there = issuing.issuer(desk);
    var form =
        there.isPresent()
            ? IssuerForm.of(there.get(), accounts, viewer.locale())
            : IssuerForm.fresh(desk.pass().workspace().name(), desk.book().chart());
    return issuer(desk, form, model);
  }

  private String issuer(Desk desk, IssuerForm form, Model model) {
    var accounts = chart.of(desk.book().workspace());
    model.addAttribute("sheet", new Sheet(frame.of(desk), form, accounts));
    return "issuer";
  }

  @PostMapping("/issuer")
  String say(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @ModelAttribute("form") IssuerForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    if (!desk.posts()) {
      throw new NotFound();
    }
    var problems = new Problems();
    var said = form.read(chart.of(workspace), problems);
    if (said == null) {
      return Pages.again(response, model, problems, issuer(desk, form, model));
    }
    return issuing
        .say(desk, said)
        .fold(
            done -> {
              Flash.ok(onward, "sales.issuer.said");
              return "redirect:" + desk.href("sales");
            },
            why -> Pages.again(response, model, why, issuer(desk, form, model)));
  }
}
