package org.diestra.office.dues;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.diestra.office.books.AccountList;
import org.diestra.office.books.Books;
import org.diestra.office.books.BooksFrame;
import org.diestra.office.books.BooksFrame.Around;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.dues.PartyStore.Listed;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
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

/** {@code /w/{workspace}/books/parties}: suppliers and customers. */
@Controller
@RequestMapping("/w/{workspace}/books/parties")
class PartiesController {
  private static final int PAPERS = 50;
  private final Books books;
  private final ChartOfAccounts chart;
  private final BooksFrame frame;
  private final Parties parties;
  private final Dues dues;
  private final Clock clock;

  PartiesController(
      Books books,
      ChartOfAccounts chart,
      BooksFrame frame,
      Parties parties,
      Dues dues,
      Clock clock) {
    this.books = books;
    this.chart = chart;
    this.frame = frame;
    this.parties = parties;
    this.dues = dues;
    this.clock = clock;
  }

  /**
   * @param next where the next page begins, or null
   */
  record Listing(
      Around around, Side side, String words, List<Listed> parties, @Nullable String next) {
    Desk desk() {
      return around.desk();
    }
  }

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable String side,
      @RequestParam(defaultValue = "") String q,
      @RequestParam @Nullable String after,
      Model model) {
    var desk = books.enter(viewer, workspace);
    var which = Side.read(side).orElse(Side.SUPPLIER);
    var found = parties.list(desk, which, q, after == null ? null : PartyId.of(after));
    var page = found.subList(0, Math.min(found.size(), Parties.PAGE));
    var next =
        found.size() > page.size()
            ? desk.href("parties?side=" + which.slug() + "&q=")
                + java.net.URLEncoder.encode(q, java.nio.charset.StandardCharsets.UTF_8)
                + "&after="
                + page.getLast().party().id()
            : null;
    model.addAttribute("view", new Listing(frame.of(desk), which, Typed.line(q), page, next));
    return "parties";
  }

  /**
   * The form.
   *
   * @param there what is changed, or null for a new one
   */
  record Sheet(Around around, @Nullable Party there, PartyForm form, AccountList chart) {
    Desk desk() {
      return around.desk();
    }
  }

  @GetMapping("/new")
  String fresh(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable String side,
      Model model) {
    var desk = books.enter(viewer, workspace);
    var which = Side.read(side).orElse(Side.SUPPLIER);
    var country = desk.book().chart().country(); // most of them are where the business is
    var language = country.equals("IE") ? "en" : "es";
    return form(desk, null, PartyForm.fresh(which, country, language), model);
  }

  private String form(Desk desk, @Nullable Party there, PartyForm form, Model model) {
    var accounts = chart.of(desk.book().workspace());
    model.addAttribute("sheet", new Sheet(frame.of(desk), there, form, accounts));
    return "party";
  }

  @PostMapping
  String add(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @ModelAttribute("form") PartyForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var problems = new Problems();
    var party = form.read(workspace, null, chart.of(workspace), problems);
    if (party == null) {
      return Pages.again(response, model, problems, form(desk, null, form, model));
    }
    return parties
        .add(desk, party)
        .fold(
            added -> {
              Flash.ok(onward, "dues.party.added", added.name());
              return "redirect:" + added.href();
            },
            why -> Pages.again(response, model, why, form(desk, null, form, model)));
  }

  /**
   * One with its papers.
   *
   * @param next where the next page begins, or null
   */
  record View(
      Around around,
      Party party,
      AccountList chart,
      List<Standing> papers,
      LocalDate today,
      @Nullable String next) {
    Desk desk() {
      return around.desk();
    }
  }

  @GetMapping("/{party}")
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable PartyId party,
      @RequestParam @Nullable String before,
      Model model) {
    var desk = books.enter(viewer, workspace);
    var found = parties.get(desk, party);
    var last = before == null ? null : dues.get(desk, new DueId(Ids.require(before)));
    var papers = dues.ofParty(found, last, PAPERS + 1);
    var page = papers.subList(0, Math.min(papers.size(), PAPERS));
    var next =
        papers.size() > page.size() ? found.href() + "?before=" + page.getLast().due().id() : null;
    var today = desk.today(clock);
    model.addAttribute(
        "view", new View(frame.of(desk), found, chart.of(workspace), page, today, next));
    return "partner";
  }

  @GetMapping("/{party}/edit")
  String edit(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable PartyId party,
      Model model) {
    var desk = books.enter(viewer, workspace);
    var found = parties.get(desk, party);
    return form(desk, found, PartyForm.of(found, chart.of(workspace), viewer.locale()), model);
  }

  @PostMapping("/{party}/edit")
  String change(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable PartyId party,
      @ModelAttribute("form") PartyForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var there = parties.get(desk, party);
    var problems = new Problems();
    var after = form.read(workspace, there, chart.of(workspace), problems);
    if (after == null) {
      return Pages.again(response, model, problems, form(desk, there, form, model));
    }
    return parties
        .change(desk, after)
        .fold(
            done -> {
              Flash.ok(onward, "dues.party.changed", done.name());
              return "redirect:" + done.href();
            },
            why -> Pages.again(response, model, why, form(desk, there, form, model)));
  }
}
