package org.diestra.money.payments;

import java.util.List;
import java.util.UUID;
import org.diestra.money.ledger.Chained;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.ledger.StatementLine;
import org.diestra.money.payments.EntryPapers.Paper;
import org.diestra.money.payments.Purses.Purse;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /money/entries/{entry}}: what stands behind a line of a statement: the viewer's own lines
 * of its entry, what it was for, its invoice, what a bank said, and its place in the chain of the
 * books.
 */
@Controller
class EntryController {
  private final Purses purses;
  private final Statements statements;
  private final Ledger ledger;
  private final ObjectProvider<EntryPapers> papers; // of a module above

  EntryController(
      Purses purses, Statements statements, Ledger ledger, ObjectProvider<EntryPapers> papers) {
    this.purses = purses;
    this.statements = statements;
    this.ledger = ledger;
    this.papers = papers;
  }

  /**
   * @param lines of the viewer's purses, at least one
   * @param title what it was for, or empty where that has no name
   * @param invoice of it, or null
   * @param chained its place in the chain, or null in its first seconds
   */
  record View(
      List<StatementLine> lines, String title, @Nullable Paper invoice, @Nullable Chained chained) {
    StatementLine first() {
      return lines.getFirst();
    }

    String entry() {
      return Ids.text(first().entry());
    }
  }

  @GetMapping("/money/entries/{entry}")
  String show(Viewer viewer, @PathVariable String entry, Model model) {
    UUID id = Ids.require(entry);
    var lines = ledger.lines(id, purses.of(viewer).stream().map(Purse::owner).toList());
    if (lines.isEmpty()) {
      throw new NotFound();
    }
    var invoice = papers.stream().flatMap(p -> p.of(id).stream()).findFirst().orElse(null);
    model.addAttribute(
        "view",
        new View(
            lines, statements.title(lines.getFirst()), invoice, ledger.chained(id).orElse(null)));
    return "entry";
  }
}
