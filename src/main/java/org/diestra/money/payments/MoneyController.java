package org.diestra.money.payments;

import java.util.List;
import java.util.Objects;
import org.diestra.money.ledger.StatementLine;
import org.diestra.money.payments.Months.Chart;
import org.diestra.money.payments.Purses.Contents;
import org.diestra.money.payments.Purses.Purse;
import org.diestra.money.payments.Statements.Part;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /money}: what is held, on hold and available, and the statement behind it. */
@Controller
class MoneyController {
  private static final int PAGE = 30;
  private final Purses purses;
  private final Statements statements;
  private final Months months;
  private final Pages pages;

  MoneyController(Purses purses, Statements statements, Months months, Pages pages) {
    this.purses = purses;
    this.statements = statements;
    this.months = months;
    this.pages = pages;
  }

  /**
   * @param purse whose it is, or null where the viewer has none
   * @param charts of the last months; none but on the first page
   */
  record View(
      List<Purse> purses, @Nullable Purse purse, Contents contents, Part part, List<Chart> charts) {
    List<StatementLine> lines() {
      return part.lines();
    }

    /** The address of the next page, or null. */
    @Nullable String next() {
      return part.more()
          ? "/money?of=" + owner() + "&before=" + part.lines().getLast().place()
          : null;
    }

    String csv() {
      return "/money/statement.csv?of=" + owner();
    }

    /** As it stands in addresses; there is a purse where this is asked. */
    String owner() {
      return Ids.text(Objects.requireNonNull(purse).owner());
    }

    String href(Purse other) {
      return "/money?of=" + Ids.text(other.owner());
    }
  }

  @GetMapping("/money")
  String show(
      Viewer viewer,
      @RequestParam(required = false) @Nullable String of,
      @RequestParam(required = false) @Nullable Long before,
      Model model) {
    var all = purses.of(viewer);
    var purse = Purses.chosen(all, of == null ? null : Ids.require(of));
    var part = purse.map(p -> statements.part(p.owner(), before, PAGE)).orElse(Part.NONE);
    var contents = purse.map(purses::contents).orElse(Contents.NONE);
    var charts =
        before == null
            ? purse
                .map(p -> months.of(p, pages.formats(viewer.locale(), viewer.zone())))
                .orElse(List.<Chart>of())
            : List.<Chart>of();
    model.addAttribute("view", new View(all, purse.orElse(null), contents, part, charts));
    return "index";
  }
}
