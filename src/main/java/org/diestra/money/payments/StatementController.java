package org.diestra.money.payments;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.diestra.money.ledger.StatementLine;
import org.diestra.money.payments.Purses.Purse;
import org.diestra.money.payments.Statements.Part;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Csv;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.page.Formats;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /money/statement.csv}: all lines of a statement for a spreadsheet, the latest first, each
 * with the balance of its account after it and the entry of the ledger that it is of.
 */
@Controller
class StatementController {
  private static final int PART = 500;
  private final Purses purses;
  private final Statements statements;
  private final Pages pages;

  StatementController(Purses purses, Statements statements, Pages pages) {
    this.purses = purses;
    this.statements = statements;
    this.pages = pages;
  }

  /** A part at a time, so that many lines need no more memory than few. */
  @GetMapping("/money/statement.csv")
  void send(
      Viewer viewer,
      @RequestParam(required = false) @Nullable String of,
      HttpServletResponse response)
      throws IOException {
    UUID owner =
        Purses.chosen(purses.of(viewer), of == null ? null : Ids.require(of))
            .map(Purse::owner)
            .orElseThrow(NotFound::new);
    var formats = pages.formats(viewer.locale(), viewer.zone());
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader("Content-Disposition", "attachment; filename=\"statement.csv\"");
    var out = response.getWriter();
    out.write(Csv.MARK);
    out.write(
        Csv.row(
            formats.words("payments.csv.date"),
            formats.words("payments.csv.instant"),
            formats.words("payments.column.what"),
            formats.words("payments.csv.for"),
            formats.words("payments.column.account"),
            formats.words("payments.csv.currency"),
            formats.words("payments.column.amount"),
            formats.words("payments.column.after"),
            formats.words("payments.csv.evidence"),
            formats.words("payments.csv.entry"),
            formats.words("payments.csv.page")));
    var part = statements.part(owner, null, PART);
    while (!part.lines().isEmpty()) {
      for (var line : part.lines()) {
        out.write(row(part, line, formats));
      }
      part = part.more() ? statements.part(owner, part.lines().getLast().place(), PART) : Part.NONE;
    }
  }

  private static String row(Part part, StatementLine line, Formats formats) {
    var account = formats.words(Words.kind(line));
    return Csv.row(
        line.at().atZone(formats.zone()).toLocalDate(),
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(line.at().atOffset(ZoneOffset.UTC)),
        formats.words(Words.event(line)),
        part.title(line),
        Words.fee(line) ? account + " " + formats.words("payments.account.fee") : account,
        line.amount().currency().getCurrencyCode(),
        line.amount().amount(),
        line.after().amount(),
        line.evidence(),
        line.entry(),
        line.about());
  }
}
