package org.diestra.office.dues;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.diestra.office.books.Books;
import org.diestra.office.books.BooksFrame;
import org.diestra.office.books.BooksFrame.Around;
import org.diestra.office.books.Desk;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /w/{workspace}/books/aged}: what is owed, by how late it is, and what is behind it. */
@Controller
@RequestMapping("/w/{workspace}/books/aged")
class AgedController {
  private static final int PAGE = 50;
  private final Books books;
  private final BooksFrame frame;
  private final Aging aging;
  private final Parties parties;
  private final Dues dues;
  private final Clock clock;

  AgedController(
      Books books, BooksFrame frame, Aging aging, Parties parties, Dues dues, Clock clock) {
    this.books = books;
    this.frame = frame;
    this.aging = aging;
    this.parties = parties;
    this.dues = dues;
    this.clock = clock;
  }

  /** Both sides. */
  record View(Around around, LocalDate today, List<Aged> sides) {
    Desk desk() {
      return around.desk();
    }

    /** The papers behind a figure. */
    String href(Aged aged, @Nullable Age age, @Nullable PartyId party) {
      var side = aged.side().slug();
      return desk().href("aged/" + side)
          + "?age="
          + (age == null ? "" : age.slug())
          + (party == null ? "" : "&party=" + party);
    }
  }

  @GetMapping
  String show(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var desk = books.enter(viewer, workspace);
    var today = desk.today(clock);
    model.addAttribute("view", new View(frame.of(desk), today, aging.of(desk, today)));
    return "aged";
  }

  /**
   * The papers behind a figure.
   *
   * @param party of one alone, or null
   * @param next where the next page begins, or null
   */
  record Papers(
      Around around,
      Side side,
      @Nullable Age age,
      @Nullable Party party,
      LocalDate today,
      List<Standing> papers,
      @Nullable String next) {
    Desk desk() {
      return around.desk();
    }
  }

  @GetMapping("/{side}")
  String papers(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable String side,
      @RequestParam @Nullable String age,
      @RequestParam @Nullable String party,
      @RequestParam @Nullable String after,
      Model model) {
    var desk = books.enter(viewer, workspace);
    var which = Side.read(side).orElseThrow(NotFound::new);
    var old = Age.read(age).orElse(null);
    var of = party == null ? null : parties.get(desk, new PartyId(Ids.require(party)));
    var last = after == null ? null : dues.get(desk, new DueId(Ids.require(after)));
    var today = desk.today(clock);
    var found = aging.papers(desk, which, today, old, of == null ? null : of.id(), last, PAGE + 1);
    var page = found.subList(0, Math.min(found.size(), PAGE));
    var next =
        found.size() > page.size()
            ? desk.href("aged/" + which.slug())
                + "?age="
                + (old == null ? "" : old.slug())
                + (of == null ? "" : "&party=" + of.id())
                + "&after="
                + page.getLast().due().id()
            : null;
    model.addAttribute("view", new Papers(frame.of(desk), which, old, of, today, page, next));
    return "papers";
  }
}
