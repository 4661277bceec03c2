package org.diestra.office.reports;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.diestra.office.books.Account;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountList;
import org.diestra.office.books.Book;
import org.diestra.platform.base.Money;

/**
 * The language of hledger, which ledger reads as well: accounts and currency are declared, and the
 * end asserts every balance, so that {@code hledger check --strict} says whether it adds up the
 * same.
 */
final class HledgerWriter implements JournalWriter {
  private final PrintWriter out;
  private final Map<AccountId, String> names = new HashMap<>();
  private String currency = "";

  HledgerWriter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void begin(Book book, AccountList chart) {
    currency = book.currency().getCurrencyCode();
    int digits = book.currency().getDefaultFractionDigits();
    line("commodity " + currency + " 1000." + "0".repeat(digits));
    for (var account : chart.all()) {
      if (account.posts()) {
        names.put(account.id(), name(account));
        line("account " + names.get(account.id()));
      }
    }
  }

  /** Two spaces end a name, a colon divides it, and a semicolon begins a comment. */
  private static String name(Account account) {
    return JournalWriter.root(account.kind())
        + ":"
        + account.code()
        + " "
        + account.nameEs().replaceAll("[:;|]", ",").replaceAll("\\s+", " ");
  }

  @Override
  public void entry(Recorded entry) {
    out.print('\n');
    line(entry.day() + " * (" + entry.year() + "/" + entry.number() + ") " + text(entry.text()));
    for (var line : entry.lines()) {
      var note = said(line).isEmpty() ? "" : "  ; " + text(said(line));
      line("    " + names.get(line.account()) + "  " + amount(line.amount()) + note);
    }
  }

  /** Its note, and what it was in another currency. */
  private static String said(Recorded.Line line) {
    var foreign = line.foreign();
    return foreign == null
        ? line.note()
        : (line.note() + " " + foreign.said() + " @ " + foreign.plainRate().toPlainString())
            .strip();
  }

  /** A colon in a comment would make a tag of the word before it. */
  private static String text(String said) {
    return said.replaceAll("[;|]", ",").replace(":", " -").replaceAll("\\s+", " ").strip();
  }

  @Override
  public void end(LocalDate last, Map<AccountId, Money> balances) {
    var sorted = new TreeMap<String, Money>();
    balances.forEach((id, money) -> sorted.put(names.getOrDefault(id, ""), money));
    if (!sorted.isEmpty()) {
      out.print('\n');
      line(last + " * Balance");
      sorted.forEach((name, money) ->
          line(
              "    " + name + "  " + amount(Money.zero(money.currency())) + " = " + amount(money)));
    }
  }

  private String amount(Money money) {
    return currency + " " + money.amount().toPlainString();
  }

  private void line(String text) {
    out.print(text.replaceAll("[\\r\\n]", " "));
    out.print('\n');
  }
}
