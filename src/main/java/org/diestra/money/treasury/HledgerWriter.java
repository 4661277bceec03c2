package org.diestra.money.treasury;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Set;
import org.diestra.money.ledger.Journal;
import org.diestra.money.ledger.Journal.Standing;
import org.diestra.money.ledger.Written;
import org.diestra.platform.base.Money;

/**
 * The journal in the language of hledger, which ledger reads as well. Every account and currency is
 * declared and every day ends with assertions, so that {@code hledger check --strict} says whether
 * somebody else's arithmetic comes to the same.
 */
final class HledgerWriter implements Journal.Reader {
  private final PrintWriter out;

  HledgerWriter(PrintWriter out, Set<Currency> currencies) {
    this.out = out;
    currencies.forEach(c -> line("commodity " + style(c)));
  }

  /**
   * {@code EUR 1000.00}, and {@code JPY 1000.} where there are no decimals: the point is wanted.
   */
  private static String style(Currency currency) {
    int digits = currency.getDefaultFractionDigits();
    return currency.getCurrencyCode() + " 1000." + "0".repeat(digits);
  }

  @Override
  public void account(String name, LocalDate first) {
    line("account " + name);
  }

  @Override
  public void entry(Written written) {
    var entry = written.entry();
    out.print('\n');
    line(LocalDate.ofInstant(entry.at(), ZoneOffset.UTC) + " * " + entry.event());
    line("    ; key: " + entry.key());
    line("    ; at: " + entry.at());
    if (entry.about() != null) {
      line("    ; about: " + entry.about());
    }
    entry
        .postings()
        .forEach(p ->
            line(
                "    "
                    + new Standing(entry.book(), p.account()).name()
                    + "  "
                    + amount(p.amount())));
  }

  @Override
  public void balance(Standing account, LocalDate day, Money debit) {
    out.print('\n');
    line(day + " * BALANCE");
    line(
        "    "
            + account.name()
            + "  "
            + amount(Money.zero(debit.currency()))
            + " = "
            + amount(debit));
  }

  private static String amount(Money money) {
    return money.currency().getCurrencyCode() + " " + money.amount().toPlainString();
  }

  private void line(String text) {
    out.print(text.replace('\n', ' ').replace('\r', ' '));
    out.print('\n');
  }
}
