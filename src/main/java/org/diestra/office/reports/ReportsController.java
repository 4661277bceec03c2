package org.diestra.office.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.diestra.office.bookkeeping.Journal;
import org.diestra.office.books.Books;
import org.diestra.office.books.BooksFrame;
import org.diestra.office.books.BooksFrame.Around;
import org.diestra.office.books.BooksTab;
import org.diestra.office.books.Desk;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /w/{workspace}/books/reports}: profit and loss, and what stands beside it. */
@Controller
@RequestMapping("/w/{workspace}/books/reports")
class ReportsController {
  private final Books books;
  private final Journal journal;
  private final Reports reports;
  private final BooksFrame frame;
  private final Clock clock;

  @Bean
  static BooksTab reportsTab() {
    return new BooksTab("reports", "reports.nav", "chart-column", 30);
  }

  ReportsController(Books books, Journal journal, Reports reports, BooksFrame frame, Clock clock) {
    this.books = books;
    this.journal = journal;
    this.reports = reports;
    this.frame = frame;
    this.clock = clock;
  }

  /**
   * A report before somebody.
   *
   * @param which it is: {@code result}, {@code balance}, {@code trial}, {@code vat} or {@code cash}
   * @param cash null but for the last of them
   */
  record View(
      Around around,
      String which,
      Statement statement,
      @Nullable Cash cash,
      List<Integer> years,
      List<Period> periods) {
    Desk desk() {
      return around.desk();
    }

    Period period() {
      return statement.period();
    }

    /** Where another report of the same period stands. */
    String href(String other) {
      var path = other.equals("result") ? "reports" : "reports/" + other;
      return desk().href(path + "?" + period().query());
    }

    /** The entries behind a figure of that account. */
    String entries(String code, boolean sinceEver) {
      return desk().href("")
          + "?state=posted&account="
          + code
          + (sinceEver ? "" : "&from=" + period().from())
          + "&to="
          + period().to();
    }
  }

  @GetMapping
  String result(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable String year,
      @RequestParam @Nullable String period,
      Model model) {
    return page(viewer, workspace, "result", year, period, model);
  }

  @GetMapping("/balance")
  String balance(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable String year,
      @RequestParam @Nullable String period,
      Model model) {
    return page(viewer, workspace, "balance", year, period, model);
  }

  @GetMapping("/trial")
  String trial(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable String year,
      @RequestParam @Nullable String period,
      Model model) {
    return page(viewer, workspace, "trial", year, period, model);
  }

  @GetMapping("/vat")
  String vat(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable String year,
      @RequestParam @Nullable String period,
      Model model) {
    var name = page(viewer, workspace, "vat", year, period, model);
    var view = (View) Objects.requireNonNull(model.getAttribute("view"));
    model.addAttribute("vat", reports.vat(view.desk(), view.period()));
    return name;
  }

  @GetMapping("/cash")
  String cash(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable String year,
      Model model) {
    return page(viewer, workspace, "cash", year, null, model);
  }

  private String page(
      Viewer viewer,
      WorkspaceId workspace,
      String which,
      @Nullable String year,
      @Nullable String slug,
      Model model) {
    var desk = books.enter(viewer, workspace);
    var today = LocalDate.ofInstant(clock.instant(), desk.pass().workspace().zone());
    boolean asked = year != null && year.matches("[1-9][0-9]{3}");
    int chosen = asked && year != null ? Integer.parseInt(year) : desk.book().year(today);
    var period = Period.of(desk.book(), chosen, slug);
    model.addAttribute(
        "view",
        new View(
            frame.of(desk),
            which,
            reports.of(desk, period),
            which.equals("cash") ? reports.cash(desk, Period.of(desk.book(), chosen, null)) : null,
            journal.years(desk.book(), today),
            Period.all(desk.book(), chosen)));
    return which;
  }
}
