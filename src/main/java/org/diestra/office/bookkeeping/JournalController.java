package org.diestra.office.bookkeeping;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.bookkeeping.Entry.State;
import org.diestra.office.bookkeeping.Journal.Sheet;
import org.diestra.office.bookkeeping.JournalStore.LineMark;
import org.diestra.office.bookkeeping.JournalStore.Mark;
import org.diestra.office.bookkeeping.JournalStore.Row;
import org.diestra.office.bookkeeping.JournalStore.Wanted;
import org.diestra.office.books.Account;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountList;
import org.diestra.office.books.Books;
import org.diestra.office.books.BooksFrame;
import org.diestra.office.books.BooksFrame.Around;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /w/{workspace}/books}: the journal, and each account's own page. */
@Controller
@RequestMapping("/w/{workspace}/books")
class JournalController {
  private final Books books;
  private final ChartOfAccounts chart;
  private final Journal journal;
  private final BooksFrame frame;
  private final Accounts accounts;
  private final Clock clock;

  JournalController(
      Books books,
      ChartOfAccounts chart,
      Journal journal,
      BooksFrame frame,
      Accounts accounts,
      Clock clock) {
    this.books = books;
    this.chart = chart;
    this.journal = journal;
    this.frame = frame;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** What the journal was asked for, as a browser sends it. */
  record Filter(
      @Nullable String q,
      @Nullable String state,
      @Nullable String account,
      @Nullable String from,
      @Nullable String to) {
    boolean any() {
      return narrow() || chosen() != null;
    }

    /** Whether anything is asked for besides a state. */
    boolean narrow() {
      return !words().isEmpty() || !code().isEmpty() || day(from) != null || day(to) != null;
    }

    String words() {
      var line = Typed.line(q);
      return line.substring(0, Math.min(line.length(), Written.LONGEST));
    }

    /** Of the account, as it was typed. */
    String code() {
      var line = Typed.line(account);
      return line.substring(0, Math.min(line.length(), Written.LONGEST));
    }

    @Nullable State chosen() {
      var slug = Typed.line(state);
      return Arrays.stream(State.values())
          .filter(s -> s.slug().equals(slug))
          .findFirst()
          .orElse(null);
    }

    static @Nullable LocalDate day(@Nullable String typed) {
      return EntryForm.date(typed).orElse(null);
    }
  }

  /**
   * @param unknown whether an account was asked for that there is not
   * @param next where the next page begins, or null
   */
  record View(
      Around around,
      Filter filter,
      boolean unknown,
      AccountList chart,
      Map<AccountId, Account> byId,
      List<Row> rows,
      Map<State, Integer> waiting,
      Map<PersonId, String> names,
      @Nullable String next) {
    Desk desk() {
      return around.desk();
    }

    /** The code of an account. */
    String code(UUID id) {
      var account = byId.get(new AccountId(id));
      return account == null ? "" : account.code();
    }

    /** An account as it is chosen. */
    String label(UUID id, Locale locale) {
      var account = byId.get(new AccountId(id));
      return account == null ? "" : account.label(locale);
    }

    /** Whether the viewer may post some of what is shown. */
    boolean posts() {
      return filter.chosen() == State.PROPOSED && desk().posts() && !rows.isEmpty();
    }
  }

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @ModelAttribute("filter") Filter filter,
      @RequestParam @Nullable String day,
      @RequestParam @Nullable String after,
      Model model) {
    var pass = books.pass(viewer, workspace);
    var there = books.at(pass);
    if (there.isEmpty()) {
      return "redirect:" + pass.href("books/opening");
    }
    var desk = there.get();
    var all = chart.of(workspace);
    var account =
        all.find("account", filter.code()).fold(Optional::of, w -> Optional.<Account>empty());
    boolean unknown = !filter.code().isEmpty() && account.isEmpty();
    var last = EntryForm.date(day);
    var wanted =
        new Wanted(
            workspace,
            filter.words(),
            filter.chosen(),
            account.map(Account::id).orElse(null),
            Filter.day(filter.from()),
            Filter.day(filter.to()),
            after == null || last.isEmpty() ? null : new Mark(last.get(), Ids.require(after)));
    var found = unknown ? List.<Row>of() : journal.list(wanted);
    var rows = found.subList(0, Math.min(found.size(), Journal.PAGE));
    model.addAttribute(
        "view",
        new View(
            frame.of(desk),
            filter,
            unknown,
            all,
            all.byId(),
            rows,
            journal.waiting(desk.book()),
            accounts.names(rows.stream().map(Row::writtenBy).distinct().toList()),
            found.size() > rows.size() ? next(desk, filter, rows.getLast().mark()) : null));
    return "index";
  }

  private static String next(Desk desk, Filter filter, Mark last) {
    var state = filter.chosen();
    return UriComponentsBuilder.fromPath(desk.href(""))
        .queryParam("q", "{q}")
        .queryParam("state", state == null ? "" : state.slug())
        .queryParam("account", "{account}")
        .queryParam("from", "{from}")
        .queryParam("to", "{to}")
        .queryParam("day", last.day())
        .queryParam("after", Ids.text(last.id()))
        .encode()
        .buildAndExpand(
            filter.words(), filter.code(), Typed.line(filter.from()), Typed.line(filter.to()))
        .toUriString();
  }

  /**
   * @param next where earlier lines stand, or null
   */
  record Page(Around around, Sheet sheet, List<Integer> years, @Nullable String next) {}

  @GetMapping("/accounts/{account}")
  String account(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable AccountId account,
      @RequestParam @Nullable String year,
      @RequestParam @Nullable String day,
      @RequestParam @Nullable String after,
      @RequestParam @Nullable String place,
      Model model) {
    var desk = books.enter(viewer, workspace);
    var book = desk.book();
    var today = LocalDate.ofInstant(clock.instant(), desk.pass().workspace().zone());
    var years = journal.years(book, today);
    int chosen =
        year != null && year.matches("[1-9][0-9]{3}") ? Integer.parseInt(year) : book.year(today);
    var sheet = journal.sheet(book, chart.get(workspace, account), chosen, mark(day, after, place));
    var last = sheet.lines().isEmpty() ? null : sheet.lines().getLast().line().mark();
    var next =
        sheet.more() && last != null
            ? sheet.account().href()
                + "?year="
                + chosen
                + "&day="
                + last.day()
                + "&after="
                + Ids.text(last.entry())
                + "&place="
                + last.place()
            : null;
    model.addAttribute("page", new Page(frame.of(desk), sheet, years, next));
    return "account";
  }

  private static @Nullable LineMark mark(
      @Nullable String day, @Nullable String entry, @Nullable String place) {
    var date = EntryForm.date(day).orElse(null);
    return date == null || entry == null || place == null || !place.matches("[0-9]{1,3}")
        ? null
        : new LineMark(date, Ids.require(entry), Integer.parseInt(place));
  }
}
