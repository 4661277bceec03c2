package org.diestra.office.bookkeeping;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.diestra.office.bookkeeping.Entry.Open;
import org.diestra.office.bookkeeping.EntryOrigin.Origin;
import org.diestra.office.bookkeeping.EntryPages.Draft;
import org.diestra.office.books.Books;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BroughtFiles;
import org.diestra.platform.exchange.DayRate;
import org.diestra.platform.exchange.Exchange;
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

/** {@code /w/{workspace}/books/entries}: an entry, written and looked at. */
@Controller
@RequestMapping("/w/{workspace}/books/entries")
class EntryController {
  private final Books books;
  private final ChartOfAccounts chart;
  private final Entries entries;
  private final Receipts receipts;
  private final EntryPages pages;
  private final BroughtFiles files;
  private final Origins origins;
  private final Exchange exchange;
  private final Clock clock;

  EntryController(
      Books books,
      ChartOfAccounts chart,
      Entries entries,
      Receipts receipts,
      EntryPages pages,
      BroughtFiles files,
      Origins origins,
      Exchange exchange,
      Clock clock) {
    this.books = books;
    this.chart = chart;
    this.entries = entries;
    this.receipts = receipts;
    this.pages = pages;
    this.files = files;
    this.origins = origins;
    this.exchange = exchange;
    this.clock = clock;
  }

  @GetMapping("/new")
  String fresh(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable String receipt,
      Model model) {
    var desk = books.enter(viewer, workspace);
    var shown = receipt == null ? List.<String>of() : List.of(receipt);
    shown.forEach(id -> receipts.get(desk, ReceiptId.of(id)));
    var today = LocalDate.ofInstant(clock.instant(), desk.pass().workspace().zone());
    return pages.form(desk, null, EntryForm.fresh(today, shown), model);
  }

  @PostMapping
  String write(
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

  @GetMapping("/{entry}")
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      Model model) {
    var desk = books.enter(viewer, workspace);
    return pages.show(desk, entries.get(desk, entry), model);
  }

  @GetMapping("/{entry}/edit")
  String edit(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      Model model) {
    var desk = books.enter(viewer, workspace);
    var found = entries.get(desk, entry);
    var origin = origins.of(found);
    if (!(found instanceof Open) || origin.isPresent()) {
      return "redirect:" + origin.map(Origin::href).orElse(found.facts().href());
    }
    var form = EntryForm.of(found, chart.of(workspace).byId(), viewer.locale());
    return pages.form(desk, found, form, model);
  }

  @PostMapping("/{entry}/edit")
  String rewrite(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(name = "do", defaultValue = "propose") String what,
      @RequestParam @Nullable List<MultipartFile> brought,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var desk = books.enter(viewer, workspace);
    var found = entries.get(desk, entry);
    return written(desk, found, sent, what, brought, model, response, onward);
  }

  /** Each currency is looked up once: all lines of an entry are of its day. */
  private TypedAmount.Rates rates(Desk desk) {
    var known = new HashMap<Currency, Optional<DayRate>>();
    return (from, day) ->
        known.computeIfAbsent(from, other -> exchange.on(other, desk.book().currency(), day));
  }

  /** Kept, proposed, or shown again: for more rows, or to be mended. */
  private String written(
      Desk desk,
      @Nullable Entry before,
      MultiValueMap<String, String> sent,
      String what,
      @Nullable List<MultipartFile> brought,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var problems = new Problems();
    var me = desk.pass().viewer().id().value();
    var typed = EntryForm.of(sent);
    var came = brought == null ? List.<MultipartFile>of() : brought;
    var form = typed.withFiles(files.with(me, typed.files(), came, Receipts.AT_ONCE, problems));
    if (what.equals("more")) {
      return pages.form(desk, before, form.longer(), model);
    }
    var written =
        form.read(chart.of(desk.book().workspace()), desk.book().currency(), rates(desk), problems);
    if (written == null) {
      return Pages.again(response, model, problems, pages.form(desk, before, form, model));
    }
    var draft =
        new Draft(written, form, files.own(me, form.files()).stream().map(Blob::id).toList());
    return switch (pages.keep(desk, before, draft, what.equals("propose"))) {
      case Outcome.Refused<EntryId>(var why) ->
          Pages.again(response, model, why, pages.form(desk, before, form, model));
      case Outcome.Done<EntryId>(var id) -> {
        Flash.ok(onward, what.equals("propose") ? "bookkeeping.proposed" : "bookkeeping.kept");
        yield what.equals("propose") && before == null
            ? "redirect:" + desk.href("entries/new")
            : "redirect:" + desk.href("entries/" + id);
      }
    };
  }
}
