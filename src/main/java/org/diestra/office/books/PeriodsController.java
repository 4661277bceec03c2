package org.diestra.office.books;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.diestra.office.books.BookStore.Closing;
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

/** {@code /w/{workspace}/books/periods}: how far the books are closed, and who posts. */
@Controller
@RequestMapping("/w/{workspace}/books/periods")
class PeriodsController {
  private static final int LONGEST_REASON = 500;
  private final Books books;
  private final Periods periods;
  private final BooksFrame frame;
  private final Accounts accounts;
  private final Clock clock;

  PeriodsController(
      Books books, Periods periods, BooksFrame frame, Accounts accounts, Clock clock) {
    this.books = books;
    this.periods = periods;
    this.frame = frame;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * A closing or reopening as a browser sends it.
   *
   * @param until the last day that is to be closed; empty to open all
   * @param seen the books' version that the form was made from
   */
  record Form(@Nullable String until, @Nullable String reason, @Nullable String seen) {
    int version() {
      var digits = Typed.line(seen);
      return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }
  }

  @GetMapping
  String show(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var desk = books.enter(viewer, workspace);
    var form = new Form(lastMonth(desk).toString(), "", String.valueOf(desk.book().version()));
    return page(desk, form, model);
  }

  /** The end of the month before this one, which is what is usually closed next. */
  private LocalDate lastMonth(Desk desk) {
    var today = LocalDate.ofInstant(clock.instant(), desk.pass().workspace().zone());
    return today.withDayOfMonth(1).minusDays(1);
  }

  private String page(Desk desk, Form form, Model model) {
    var history = periods.history(desk);
    model.addAttribute("around", frame.of(desk));
    model.addAttribute("form", form);
    model.addAttribute("history", history);
    model.addAttribute("single", periods.single(desk));
    model.addAttribute("names", accounts.names(history.stream().map(Closing::person).toList()));
    return "periods";
  }

  @PostMapping
  String close(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @ModelAttribute("form") Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var problems = new Problems();
    var reason = new Typed(problems).text("reason", form.reason(), LONGEST_REASON);
    var typed = Typed.line(form.until());
    var until = OpeningForm.day(typed).orElse(null);
    if (until == null && !typed.isEmpty()
        || until != null && until.isBefore(desk.book().begins())) {
      problems.add("until", "books.periods.until.wrong", desk.book().begins());
    }
    if (problems.any()) {
      return Pages.again(response, model, problems, page(desk, form, model));
    }
    return periods
        .close(desk, form.version(), until, reason)
        .fold(
            was -> {
              Flash.ok(onward, "books.periods.changed");
              return "redirect:" + desk.href("periods");
            },
            why -> Pages.again(response, model, why, page(desk, form, model)));
  }

  @PostMapping("/alone")
  String alone(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "false") boolean alone,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    switch (periods.alone(desk, new Form(null, null, seen).version(), alone)) {
      case Outcome.Done<Book> done ->
          Flash.ok(onward, alone ? "books.alone.said" : "books.alone.unsaid");
      case Outcome.Refused<Book>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + desk.href("periods");
  }
}
