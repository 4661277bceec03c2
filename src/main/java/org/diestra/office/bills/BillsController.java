package org.diestra.office.bills;

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
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BroughtFiles;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/books/bills}: suppliers' bills, entered and looked at. */
@Controller
@RequestMapping("/w/{workspace}/books/bills")
class BillsController {
  private static final int PAGE = 50;
  private final Books books;
  private final ChartOfAccounts chart;
  private final BooksFrame frame;
  private final Bills bills;
  private final Parties parties;
  private final Dues dues;
  private final BillPages pages;
  private final BroughtFiles files;

  BillsController(
      Books books,
      ChartOfAccounts chart,
      BooksFrame frame,
      Bills bills,
      Parties parties,
      Dues dues,
      BillPages pages,
      BroughtFiles files) {
    this.books = books;
    this.chart = chart;
    this.frame = frame;
    this.bills = bills;
    this.parties = parties;
    this.dues = dues;
    this.pages = pages;
    this.files = files;
  }

  /**
   * @param next where the next page begins, or null
   */
  record Listing(
      Around around,
      PaperFilter filter,
      List<Standing> bills,
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
    var found = dues.list(desk, Due.Sort.BILL, filter, last, PAGE + 1);
    var page = found.subList(0, Math.min(found.size(), PAGE));
    var next =
        found.size() > page.size()
            ? desk.href("bills?" + filter.query() + "&before=" + page.getLast().due().id())
            : null;
    model.addAttribute("view", new Listing(frame.of(desk), filter, page, pages.today(desk), next));
    return "index";
  }

  @GetMapping("/new")
  String fresh(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable String party,
      @RequestParam @Nullable String receipt,
      Model model) {
    var desk = books.enter(viewer, workspace);
    var from = party == null ? null : parties.get(desk, PartyId.of(party));
    var shown = receipt == null ? List.<String>of() : List.of(Ids.text(Ids.require(receipt)));
    var vat = Rates.usual(desk.book().chart()).getFirst();
    return pages.form(desk, null, BillForm.fresh(from, pages.today(desk), vat, shown), model);
  }

  @PostMapping
  String enter(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(name = "do", defaultValue = "propose") String what,
      @RequestParam @Nullable List<MultipartFile> brought,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var desk = books.enter(viewer, workspace);
    return written(desk, null, sent, what, brought, model, response, onward);
  }

  @GetMapping("/{bill}")
  String show(
      Viewer viewer, @PathVariable WorkspaceId workspace, @PathVariable DueId bill, Model model) {
    var desk = books.enter(viewer, workspace);
    return pages.show(desk, bills.get(desk, bill), model);
  }

  @GetMapping("/{bill}/edit")
  String edit(
      Viewer viewer, @PathVariable WorkspaceId workspace, @PathVariable DueId bill, Model model) {
    var desk = books.enter(viewer, workspace);
    var found = bills.get(desk, bill);
    var standing = dues.get(desk, bill);
    if (standing.posted()) {
      return "redirect:" + standing.due().href();
    }
    var party = parties.get(desk, found.paper().party());
    var form = BillForm.of(found, party, chart.of(workspace).byId(), viewer.locale());
    return pages.form(desk, found, form, model);
  }

  @PostMapping("/{bill}/edit")
  String change(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable DueId bill,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(name = "do", defaultValue = "propose") String what,
      @RequestParam @Nullable List<MultipartFile> brought,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var desk = books.enter(viewer, workspace);
    return written(desk, bills.get(desk, bill), sent, what, brought, model, response, onward);
  }

  /** Entered or changed, or shown again: for more rows, or to be mended. */
  private String written(
      Desk desk,
      @Nullable Bill before,
      MultiValueMap<String, String> sent,
      String what,
      @Nullable List<MultipartFile> brought,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var problems = new Problems();
    var me = desk.pass().viewer().id().value();
    var typed = BillForm.of(sent);
    var came = brought == null ? List.<MultipartFile>of() : brought;
    var form = typed.withFiles(files.with(me, typed.files(), came, BillForm.AT_ONCE, problems));
    if (what.equals("more")) {
      return pages.form(desk, before, form.longer(), model);
    }
    var from = parties.find(desk, Side.SUPPLIER, "party", form.party(), problems);
    var accounts = chart.of(desk.book().workspace());
    var paper = form.read(from, accounts, desk.book().currency(), problems);
    if (paper == null) {
      return Pages.again(response, model, problems, pages.form(desk, before, form, model));
    }
    var papers =
        new Bills.Papers(
            files.own(me, form.files()).stream().map(Blob::id).toList(), form.receiptIds());
    var outcome =
        before == null
            ? bills.enter(desk, form.keyed(), paper, papers)
            : bills.change(desk, before.id(), form.seen(), paper, papers);
    return switch (outcome) {
      case Outcome.Refused<DueId>(var why) ->
          Pages.again(response, model, why, pages.form(desk, before, form, model));
      case Outcome.Done<DueId>(var id) -> {
        Flash.ok(onward, before == null ? "bills.entered" : "bills.changed", paper.number());
        yield "redirect:" + desk.href("bills/" + id);
      }
    };
  }

  @PostMapping("/{bill}/posting")
  String post(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable DueId bill,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    switch (bills.post(desk, bill, Typed.version(seen))) {
      case Outcome.Done<DueId> done -> Flash.ok(onward, "bills.posted");
      case Outcome.Refused<DueId>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + desk.href("bills/" + bill);
  }

  @PostMapping("/{bill}/removal")
  String remove(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable DueId bill,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    return switch (bills.remove(desk, bill, Typed.version(seen))) {
      case Outcome.Done<DueId> done -> {
        Flash.ok(onward, "bills.removed");
        yield "redirect:" + desk.href("bills");
      }
      case Outcome.Refused<DueId>(var why) -> {
        Flash.refused(onward, why);
        yield "redirect:" + desk.href("bills/" + bill);
      }
    };
  }
}
