package org.diestra.office.bookkeeping;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.Books;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps of entries, each a form of its own. */
@Controller
@RequestMapping("/w/{workspace}/books")
class DecisionController {
  private static final int LONGEST_REASON = 500;
  private final Books books;
  private final ChartOfAccounts chart;
  private final Entries entries;
  private final Decisions decisions;
  private final EntryPages pages;
  private final Origins origins;

  DecisionController(
      Books books,
      ChartOfAccounts chart,
      Entries entries,
      Decisions decisions,
      EntryPages pages,
      Origins origins) {
    this.books = books;
    this.chart = chart;
    this.entries = entries;
    this.decisions = decisions;
    this.pages = pages;
    this.origins = origins;
  }

  /** Several at once, from the journal: {@code entry} repeated, each an id and its version. */
  @PostMapping("/postings")
  String postAll(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam MultiValueMap<String, String> sent,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    post(desk, chosen(sent.getOrDefault("entry", List.of())), onward);
    return "redirect:" + desk.href("") + "?state=proposed";
  }

  private static Map<EntryId, Integer> chosen(List<String> ticked) {
    var seen = new LinkedHashMap<EntryId, Integer>();
    for (var one : ticked) {
      int cut = one.indexOf('.');
      if (cut > 0) {
        Ids.read(one.substring(0, cut))
            .ifPresent(id -> seen.put(new EntryId(id), version(one.substring(cut + 1))));
      }
    }
    return seen;
  }

  private static int version(String digits) {
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
  }

  private void post(Desk desk, Map<EntryId, Integer> seen, RedirectAttributes onward) {
    switch (decisions.post(desk, seen)) {
      case Outcome.Done<Integer>(var count) -> Flash.ok(onward, "bookkeeping.posted", count);
      case Outcome.Refused<Integer>(var why) -> Flash.refused(onward, why);
    }
  }

  @PostMapping("/entries/{entry}/posting")
  String post(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    post(desk, Map.of(entry, version(seen)), onward);
    return back(desk, entry);
  }

  @PostMapping("/entries/{entry}/return")
  String giveBack(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var problems = new Problems();
    var why =
        new Typed(problems)
            .text("reason", reason, LONGEST_REASON, "bookkeeping.return.reason.missing");
    if (problems.any()) {
      var found = entries.get(desk, entry);
      return Pages.again(response, model, problems, pages.show(desk, found, model));
    }
    return after(
        decisions.giveBack(desk, entry, version(seen), why),
        desk,
        entry,
        "bookkeeping.returned",
        onward);
  }

  @PostMapping("/entries/{entry}/proposal")
  String propose(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "false") boolean twin,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    return after(
        entries.propose(desk, entry, version(seen), twin),
        desk,
        entry,
        "bookkeeping.proposed",
        onward);
  }

  /** Another account in the place of one that is closed. */
  @PostMapping("/entries/{entry}/accounts")
  String replace(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam AccountId shut,
      @RequestParam(defaultValue = "") String instead,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    return chart
        .of(workspace)
        .find("instead", instead)
        .fold(
            account ->
                after(
                    decisions.replace(desk, entry, version(seen), shut, account),
                    desk,
                    entry,
                    "bookkeeping.replaced",
                    onward),
            why ->
                Pages.again(
                    response, model, why, pages.show(desk, entries.get(desk, entry), model)));
  }

  @PostMapping("/entries/{entry}/withdrawal")
  String withdraw(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    return after(
        entries.withdraw(desk, entry, version(seen)), desk, entry, "bookkeeping.withdrawn", onward);
  }

  @PostMapping("/entries/{entry}/removal")
  String remove(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var origin = origins.of(entries.get(desk, entry));
    if (origin.isPresent()) {
      return "redirect:" + origin.get().href();
    }
    return switch (entries.remove(desk, entry, version(seen))) {
      case Outcome.Done<EntryId> done -> {
        Flash.ok(onward, "bookkeeping.removed");
        yield "redirect:" + desk.href("");
      }
      case Outcome.Refused<EntryId>(var why) -> {
        Flash.refused(onward, why);
        yield back(desk, entry);
      }
    };
  }

  @PostMapping("/entries/{entry}/reversal")
  String reverse(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String key,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var found = entries.get(desk, entry);
    var problems = new Problems();
    var said = new Typed(problems).line("text", text, Written.LONGEST, "bookkeeping.text.missing");
    var date = EntryForm.date(day).orElse(null);
    if (date == null) {
      problems.add("day", "bookkeeping.day.missing");
    }
    if (problems.any() || date == null) {
      return Pages.again(response, model, problems, pages.show(desk, found, model));
    }
    var form = Ids.read(key).orElse(Ids.fresh());
    return entries
        .reverse(desk, entry, date, said, form)
        .fold(
            id -> {
              Flash.ok(onward, "bookkeeping.reversed");
              return back(desk, id);
            },
            why -> Pages.again(response, model, why, pages.show(desk, found, model)));
  }

  private static String after(
      Outcome<EntryId> outcome, Desk desk, EntryId entry, String key, RedirectAttributes onward) {
    switch (outcome) {
      case Outcome.Done<EntryId> done -> Flash.ok(onward, key);
      case Outcome.Refused<EntryId>(var why) -> Flash.refused(onward, why);
    }
    return back(desk, entry);
  }

  private static String back(Desk desk, EntryId entry) {
    return "redirect:" + desk.href("entries/" + entry);
  }
}
