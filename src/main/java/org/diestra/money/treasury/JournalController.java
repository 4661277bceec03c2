package org.diestra.money.treasury;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Currency;
import java.util.TreeSet;
import org.diestra.money.ledger.Journal;
import org.diestra.money.ledger.Ledger;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.page.Operators;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /operator/ledger.journal} and {@code .beancount}: all books, for other programs. */
@Controller
@Operators
class JournalController {
  private final Journal journal;
  private final Ledger ledger;
  private final Audit audit;
  private final TransactionOperations transactions;

  JournalController(
      Journal journal, Ledger ledger, Audit audit, TransactionOperations transactions) {
    this.journal = journal;
    this.ledger = ledger;
    this.audit = audit;
    this.transactions = transactions;
  }

  @GetMapping("/operator/ledger.journal")
  void hledger(Viewer viewer, HttpServletResponse response) throws IOException {
    var currencies = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
    currencies.addAll(ledger.currencies());
    var out = begin(viewer, response, "diestra.journal");
    journal.read(new HledgerWriter(out, currencies));
  }

  @GetMapping("/operator/ledger.beancount")
  void beancount(Viewer viewer, HttpServletResponse response) throws IOException {
    journal.read(new BeancountWriter(begin(viewer, response, "diestra.beancount")));
  }

  private PrintWriter begin(Viewer viewer, HttpServletResponse response, String file)
      throws IOException {
    var deed = Deed.of("treasury", "export").by(viewer.id().value()).with("file", file);
    transactions.executeWithoutResult(t -> audit.record(deed));
    response.setContentType("text/plain");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
    return response.getWriter();
  }
}
