package org.diestra.money.treasury;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.Currency;
import java.util.TreeSet;
import org.diestra.money.ledger.Journal;
import org.diestra.money.ledger.Ledger;
import org.springframework.stereotype.Component;

/** The books as the operator exports them. */
@Component
public class Exported {
  private final Journal journal;
  private final Ledger ledger;

  Exported(Journal journal, Ledger ledger) {
    this.journal = journal;
    this.ledger = ledger;
  }

  public String hledger() {
    var out = new StringWriter();
    var currencies = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
    currencies.addAll(ledger.currencies());
    journal.read(new HledgerWriter(new PrintWriter(out), currencies));
    return out.toString();
  }
}
