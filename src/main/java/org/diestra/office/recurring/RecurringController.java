package org.diestra.office.recurring;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.bookkeeping.Proposals;
import org.diestra.office.bookkeeping.Written;
import org.diestra.office.books.Account;
import org.diestra.office.books.AccountId;
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
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/books/recurring}: entries that come again. */
@Controller
@RequestMapping("/w/{workspace}/books/recurring")
class RecurringController {
  private final Books books;
  private final BooksFrame frame;
  private final ChartOfAccounts chart;
  private final Recurrings recurrings;
  private final Proposals proposals;
  private final Accounts accounts;
  private final Clock clock;

  RecurringController(
      Books books,
      BooksFrame frame,
      ChartOfAccounts chart,
      Recurrings recurrings,
      Proposals proposals,
      Accounts accounts,
      Clock clock) {
    this.books = books;
    this.frame = frame;
    this.chart = chart;
    this.recurrings = recurrings;
    this.proposals = proposals;
    this.accounts = accounts;
    this.clock = clock;
  }

  record Listing(Around around, List<Recurring> all) {
    Desk desk() {
      return around.desk();
    }
  }

  @GetMapping
  String list(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var desk = books.enter(viewer, workspace);
    model.addAttribute("view", new Listing(frame.of(desk), recurrings.all(desk)));
    return "index";
  }

  /**
   * The form.
   *
   * @param like what each entry says
   */
  record Sheet(Around around, RecurringForm form, Written like, Map<AccountId, Account> chart) {
    Desk desk() {
      return around.desk();
    }
  }

  @GetMapping("/new")
  String fresh(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam EntryId entry,
      Model model) {
    var desk = books.enter(viewer, workspace);
    var like = proposals.written(desk, entry);
    var today = desk.today(clock);
    return form(desk, RecurringForm.fresh(entry.toString(), like, today), like, model);
  }

  private String form(Desk desk, RecurringForm form, Written like, Model model) {
    var byId = chart.of(desk.book().workspace()).byId();
    model.addAttribute("sheet", new Sheet(frame.of(desk), form, like, byId));
    return "edit";
  }

  @PostMapping
  String add(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @ModelAttribute("form") RecurringForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var like = proposals.written(desk, EntryId.of(Typed.line(form.entry())));
    var problems = new Problems();
    var said = form.read(problems);
    if (said == null) {
      return Pages.again(response, model, problems, form(desk, form, like, model));
    }
    return recurrings
        .add(desk, form.keyed(), like, said.text(), said.months(), said.first(), said.until())
        .fold(
            id -> {
              Flash.ok(onward, "recurring.added");
              return "redirect:" + desk.href("recurring/" + id);
            },
            why -> Pages.again(response, model, why, form(desk, form, like, model)));
  }

  /**
   * @param maker who set it up
   */
  record View(
      Around around,
      Recurring one,
      List<RecurringStore.Turn> turns,
      Map<AccountId, Account> chart,
      String maker) {
    Desk desk() {
      return around.desk();
    }

    String seen() {
      return String.valueOf(one.version());
    }
  }

  @GetMapping("/{recurring}")
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable RecurringId recurring,
      Model model) {
    var desk = books.enter(viewer, workspace);
    var one = recurrings.get(desk, recurring);
    var maker = accounts.names(List.of(one.madeBy())).getOrDefault(one.madeBy(), "");
    var byId = chart.of(workspace).byId();
    model.addAttribute("view", new View(frame.of(desk), one, recurrings.turns(one), byId, maker));
    return "show";
  }

  @PostMapping("/{recurring}/pause")
  String pause(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable RecurringId recurring,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    return after(
        recurrings.pause(desk, recurring, Typed.version(seen)), desk, recurring, "paused", onward);
  }

  @PostMapping("/{recurring}/resumption")
  String resume(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable RecurringId recurring,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    return after(
        recurrings.resume(desk, recurring, Typed.version(seen)),
        desk,
        recurring,
        "resumed",
        onward);
  }

  @PostMapping("/{recurring}/ending")
  String end(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable RecurringId recurring,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    return after(
        recurrings.end(desk, recurring, Typed.version(seen)), desk, recurring, "ended", onward);
  }

  private static String after(
      Outcome<RecurringId> outcome,
      Desk desk,
      RecurringId id,
      String said,
      RedirectAttributes onward) {
    switch (outcome) {
      case Outcome.Done<RecurringId> done -> Flash.ok(onward, "recurring.done." + said);
      case Outcome.Refused<RecurringId>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + desk.href("recurring/" + id);
  }
}
