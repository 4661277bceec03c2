package org.diestra.money.payments;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.ledger.StatementLine;
import org.diestra.money.payments.Purses.Contents;
import org.diestra.money.payments.Purses.Purse;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.work.tasks.Prices;
import org.diestra.work.tasks.TaskId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /money}: what is held, on hold and available, and the statement behind it. */
@Controller
class MoneyController {
  private static final int PAGE = 30;
  private static final Pattern TASK =
      Pattern.compile("/contracts/[0-9A-Za-z]{22}/tasks/([0-9A-Za-z]{22})");
  private final Purses purses;
  private final Ledger ledger;
  private final Prices prices;

  MoneyController(Purses purses, Ledger ledger, Prices prices) {
    this.purses = purses;
    this.prices = prices;
    this.ledger = ledger;
  }

  /**
   * @param purse whose it is, or null where the viewer has none
   * @param next the address of the next page, or null
   */
  record View(
      List<Purse> purses,
      @Nullable Purse purse,
      Contents contents,
      List<StatementLine> lines,
      Map<TaskId, String> titles,
      @Nullable String next) {
    /** What a line was for, or nothing where that has no name. */
    String title(StatementLine line) {
      return task(line).map(id -> titles.getOrDefault(id, "")).orElse("");
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
    var lines = purse.map(p -> ledger.statement(p.owner(), before, PAGE + 1)).orElse(List.of());
    var page = lines.stream().limit(PAGE).toList();
    var contents = purse.map(purses::contents).orElse(Contents.NONE);
    model.addAttribute(
        "view",
        new View(
            all,
            purse.orElse(null),
            contents,
            page,
            prices.titles(page.stream().flatMap(l -> task(l).stream()).distinct().toList()),
            lines.size() > PAGE ? next(purse.orElseThrow().owner(), page.getLast()) : null));
    return "index";
  }

  private static Optional<TaskId> task(StatementLine line) {
    return Optional.ofNullable(line.about())
        .map(TASK::matcher)
        .filter(Matcher::matches)
        .map(match -> TaskId.of(Objects.requireNonNull(match.group(1))));
  }

  private static String next(UUID owner, StatementLine last) {
    return "/money?of=" + Ids.text(owner) + "&before=" + last.place();
  }
}
