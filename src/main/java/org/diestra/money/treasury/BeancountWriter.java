package org.diestra.money.treasury;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.diestra.money.ledger.Journal;
import org.diestra.money.ledger.Journal.Standing;
import org.diestra.money.ledger.Written;
import org.diestra.platform.base.Money;

/**
 * The journal in the language of beancount. Its assertions hold at the beginning of a day, so they
 * bear the date of the day after.
 */
final class BeancountWriter implements Journal.Reader {
  private final PrintWriter out;

  BeancountWriter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void account(String name, LocalDate first) {
    line(first + " open " + name);
  }

  @Override
  public void entry(Written written) {
    var entry = written.entry();
    out.print('\n');
    line(LocalDate.ofInstant(entry.at(), ZoneOffset.UTC) + " * " + quoted(entry.event().name()));
    line("  key: " + quoted(entry.key()));
    line("  at: " + quoted(entry.at().toString()));
    if (entry.about() != null) {
      line("  about: " + quoted(entry.about()));
    }
    entry
        .postings()
        .forEach(p ->
            line(
                "  " + new Standing(entry.book(), p.account()).name() + "  " + amount(p.amount())));
  }

  @Override
  public void balance(Standing account, LocalDate day, Money debit) {
    line(day.plusDays(1) + " balance " + account.name() + "  " + amount(debit));
  }

  private static String amount(Money money) {
    return money.amount().toPlainString() + " " + money.currency().getCurrencyCode();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("[\r\n]", " ") + '"';
  }

  private void line(String text) {
    out.print(text);
    out.print('\n');
  }
}
