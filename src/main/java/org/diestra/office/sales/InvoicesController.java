package org.diestra.office.sales;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.diestra.office.books.Books;
import org.diestra.office.books.BooksFrame;
import org.diestra.office.books.BooksFrame.Around;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.dues.Due;
import org.diestra.office.dues.DueId;
import org.diestra.office.dues.Dues;
import org.diestra.office.dues.PaperFilter;
import org.diestra.office.dues.Parties;
import org.diestra.office.dues.PartyId;
import org.diestra.office.dues.Rates;
import org.diestra.office.dues.Side;
import org.diestra.office.dues.Standing;
import org.diestra.office.sales.InvoiceLists.Listed;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.blobs.BlobServing;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/books/sales}: invoices to customers, drafted and looked at. */
@Controller
@RequestMapping("/w/{workspace}/books/sales")
class InvoicesController {
  private static final int PAGE = 50;
  private final Books books;
  private final ChartOfAccounts chart;
  private final BooksFrame frame;
  private final Invoices invoices;
  private final InvoicePapers papers;
  private final Parties parties;
  private final Dues dues;
  private final SalesPages pages;
  private final BlobServing serving;

  InvoicesController(
      Books books,
      ChartOfAccounts chart,
      BooksFrame frame,
      Invoices invoices,
      InvoicePapers papers,
      Parties parties,
      Dues dues,
      SalesPages pages,
      BlobServing serving) {
    this.books = books;
    this.chart = chart;
    this.frame = frame;
    this.invoices = invoices;
    this.papers = papers;
    this.parties = parties;
    this.dues = dues;
    this.pages = pages;
    this.serving = serving;
  }

  /**
   * @param unissued drafts and what waits, on the first page alone
   * @param next where the next page begins, or null
   */
  record Listing(
      Around around,
      PaperFilter filter,
      List<Listed> unissued,
      List<Standing> invoices,
      LocalDate today,
      @Nullable String next) {
    Desk desk() {
      return around.desk();
    }
  }

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable String q,
      @RequestParam @Nullable String show,
      @RequestParam @Nullable String before,
      Model model) {
    var desk = books.enter(viewer, workspace);
    var filter = PaperFilter.of(q, show);
    var last = before == null ? null : new DueId(Ids.require(before));
    var found = dues.list(desk, Due.Sort.INVOICE, filter, last, PAGE + 1);
    var page = found.subList(0, Math.min(found.size(), PAGE));
    var next =
        found.size() > page.size()
            ? desk.href("sales?" + filter.query() + "&before=" + page.getLast().due().id())
            : null;
    var unissued = last == null && !filter.any() ? pages.unissued(desk) : List.<Listed>of();
    model.addAttribute(
        "view", new Listing(frame.of(desk), filter, unissued, page, invoices.today(desk), next));
    return "index";
  }

  @GetMapping("/new")
  String fresh(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable String party,
      @RequestParam @Nullable String corrects,
      Model model) {
    var desk = books.enter(viewer, workspace);
    if (corrects != null) {
      var first = invoices.get(desk, DueId.of(corrects));
      var customer = parties.get(desk, first.said().party());
      var byId = chart.of(workspace).byId();
      var form = InvoiceForm.of(first, customer, byId, viewer.locale(), true);
      return pages.form(desk, null, form, model);
    }
    var to = party == null ? null : parties.get(desk, PartyId.of(party));
    var vat = Rates.usual(desk.book().chart()).getFirst();
    return pages.form(desk, null, InvoiceForm.fresh(to, vat), model);
  }

  @PostMapping
  String write(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(name = "do", defaultValue = "propose") String what,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    return written(desk, null, sent, what, model, response, onward);
  }

  @GetMapping("/{invoice}")
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable DueId invoice,
      Model model) {
    var desk = books.enter(viewer, workspace);
    return pages.show(desk, invoices.get(desk, invoice), model);
  }

  @GetMapping("/{invoice}/edit")
  String edit(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable DueId invoice,
      Model model) {
    var desk = books.enter(viewer, workspace);
    var found = invoices.get(desk, invoice);
    if (!found.open()) {
      return "redirect:" + found.href();
    }
    var customer = parties.get(desk, found.said().party());
    var byId = chart.of(workspace).byId();
    var form = InvoiceForm.of(found, customer, byId, viewer.locale(), false);
    return pages.form(desk, found, form, model);
  }

  @PostMapping("/{invoice}/edit")
  String rewrite(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable DueId invoice,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(name = "do", defaultValue = "propose") String what,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    return written(desk, invoices.get(desk, invoice), sent, what, model, response, onward);
  }

  /** Kept or proposed, or shown again: for more rows, or to be mended. */
  private String written(
      Desk desk,
      @Nullable Invoice before,
      MultiValueMap<String, String> sent,
      String what,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var typed = InvoiceForm.of(sent);
    var form = before == null ? typed : typed.correcting(before.corrects());
    if (what.equals("more")) {
      return pages.form(desk, before, form.longer(), model);
    }
    var problems = new Problems();
    var to = parties.find(desk, Side.CUSTOMER, "party", form.party(), problems);
    var accounts = chart.of(desk.book().workspace());
    var said = form.read(to, accounts, desk.book().currency(), problems);
    if (said == null) {
      return Pages.again(response, model, problems, pages.form(desk, before, form, model));
    }
    boolean propose = what.equals("propose");
    var corrects = form.corrects().isEmpty() ? null : DueId.of(form.corrects());
    var outcome =
        before == null
            ? invoices.write(desk, form.keyed(), said, corrects, propose)
            : invoices.rewrite(desk, before.id(), form.seen(), said, propose);
    return switch (outcome) {
      case Outcome.Refused<DueId>(var why) ->
          Pages.again(response, model, why, pages.form(desk, before, form, model));
      case Outcome.Done<DueId>(var id) -> {
        Flash.ok(onward, propose ? "sales.proposed" : "sales.kept");
        yield "redirect:" + desk.href("sales/" + id);
      }
    };
  }

  @GetMapping("/{invoice}/pdf")
  void pdf(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable DueId invoice,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var desk = books.enter(viewer, workspace);
    serving.show(papers.pdf(desk, invoices.get(desk, invoice)), request, response);
  }
}
