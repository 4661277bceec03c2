package org.diestra.office.bookkeeping;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.diestra.office.books.Books;
import org.diestra.office.books.BooksFrame;
import org.diestra.office.books.BooksFrame.Around;
import org.diestra.office.books.Desk;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.BlobServing;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.BroughtFiles;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.platform.previews.Previews;
import org.diestra.platform.previews.Previews.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/books/receipts}: papers, and what waits for its entry. */
@Controller
@RequestMapping("/w/{workspace}/books")
class ReceiptsController {
  private final Books books;
  private final Entries entries;
  private final Receipts receipts;
  private final BooksFrame frame;
  private final BroughtFiles files;
  private final Blobs blobs;
  private final BlobServing serving;
  private final Previews previews;
  private final Accounts accounts;

  ReceiptsController(
      Books books,
      Entries entries,
      Receipts receipts,
      BooksFrame frame,
      BroughtFiles files,
      Blobs blobs,
      BlobServing serving,
      Previews previews,
      Accounts accounts) {
    this.books = books;
    this.entries = entries;
    this.receipts = receipts;
    this.frame = frame;
    this.files = files;
    this.blobs = blobs;
    this.serving = serving;
    this.previews = previews;
    this.accounts = accounts;
  }

  /**
   * @param next where the next page begins, or null
   */
  record View(
      Around around,
      List<Receipt> waiting,
      Map<BlobId, Blob> files,
      Map<PersonId, String> names,
      @Nullable String next) {}

  @GetMapping("/receipts")
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable String before,
      Model model) {
    return page(books.enter(viewer, workspace), before, model);
  }

  private String page(Desk desk, @Nullable String before, Model model) {
    var found = receipts.waiting(desk, before == null ? null : Ids.require(before));
    var page = found.subList(0, Math.min(found.size(), Receipts.PAGE));
    var next =
        found.size() > page.size() ? desk.href("receipts?before=" + page.getLast().id()) : null;
    model.addAttribute(
        "view",
        new View(
            frame.of(desk),
            page,
            receipts.files(page),
            accounts.names(page.stream().map(Receipt::broughtBy).distinct().toList()),
            next));
    return "receipts";
  }

  @PostMapping("/receipts")
  String bring(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable List<MultipartFile> brought,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var desk = books.enter(viewer, workspace);
    var problems = new Problems();
    var ids = receive(viewer, brought, problems);
    receipts.bring(desk, ids);
    if (problems.any()) {
      return Pages.again(response, model, problems, page(desk, null, model));
    }
    Flash.ok(onward, "bookkeeping.receipts.brought", ids.size());
    return "redirect:" + desk.href("receipts");
  }

  private List<BlobId> receive(
      Viewer viewer, @Nullable List<MultipartFile> brought, Problems problems) throws IOException {
    var me = viewer.id().value();
    var came = brought == null ? List.<MultipartFile>of() : brought;
    var kept = files.with(me, List.of(), came, Receipts.AT_ONCE, problems);
    if (kept.isEmpty() && problems.none()) {
      problems.add("brought", "bookkeeping.receipts.missing");
    }
    return files.own(me, kept).stream().map(Blob::id).toList();
  }

  /** To an entry, what is posted too: paper often comes later. */
  @PostMapping("/entries/{entry}/receipts")
  String attach(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      @RequestParam @Nullable List<MultipartFile> brought,
      RedirectAttributes onward)
      throws IOException {
    var desk = books.enter(viewer, workspace);
    var found = entries.get(desk, entry);
    var problems = new Problems();
    var ids = receive(viewer, brought, problems);
    receipts.attach(desk, receipts.bring(desk, ids), entry);
    if (problems.any()) {
      Flash.refused(onward, problems.inOrder().getFirst());
    } else {
      Flash.ok(onward, "bookkeeping.receipts.brought", ids.size());
    }
    return "redirect:" + found.facts().href() + "#receipts";
  }

  @PostMapping("/receipts/{receipt}/detachment")
  String detach(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ReceiptId receipt,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var outcome = receipts.detach(desk, receipt);
    return after(outcome, desk, "bookkeeping.receipts.detached", onward);
  }

  @PostMapping("/receipts/{receipt}/removal")
  String remove(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ReceiptId receipt,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    return after(receipts.remove(desk, receipt), desk, "bookkeeping.receipts.removed", onward);
  }

  private static String after(
      Outcome<Receipt> outcome, Desk desk, String key, RedirectAttributes onward) {
    switch (outcome) {
      case Outcome.Done<Receipt> done -> Flash.ok(onward, key);
      case Outcome.Refused<Receipt>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + desk.href("receipts");
  }

  @GetMapping("/receipts/{receipt}/file")
  void file(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ReceiptId receipt,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var desk = books.enter(viewer, workspace);
    serving.show(blobs.get(receipts.get(desk, receipt).file()), request, response);
  }

  /** A small picture of it, for lists. */
  @GetMapping("/receipts/{receipt}/small")
  void small(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ReceiptId receipt,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    picture(viewer, workspace, receipt, Size.SMALL, request, response);
  }

  /** One to be read, beside the entry. */
  @GetMapping("/receipts/{receipt}/large")
  void large(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ReceiptId receipt,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    picture(viewer, workspace, receipt, Size.LARGE, request, response);
  }

  private void picture(
      Viewer viewer,
      WorkspaceId workspace,
      ReceiptId receipt,
      Size size,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var desk = books.enter(viewer, workspace);
    var file = blobs.get(receipts.get(desk, receipt).file());
    var picture = previews.picture(file, 1, size, "").orElseThrow(NotFound::new);
    serving.show(picture, request, response);
  }
}
