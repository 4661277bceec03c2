package org.diestra.office.reports;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import org.diestra.office.books.Account;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountList;
import org.diestra.office.books.Book;
import org.diestra.platform.base.Folded;
import org.diestra.platform.base.Money;

/**
 * The language of beancount. Its names have letters, digits and hyphens alone, so what people call
 * an account stands beside it. Its assertions hold at the beginning of a day, so they bear the date
 * of the day after.
 */
final class BeancountWriter implements JournalWriter {
  private final PrintWriter out;
  private final Map<AccountId, String> names = new HashMap<>();

  BeancountWriter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void begin(Book book, AccountList chart) {
    var currency = book.currency().getCurrencyCode();
    line("option \"operating_currency\" " + quoted(currency));
    line(book.begins() + " commodity " + currency);
    var taken = new HashSet<String>();
    for (var account : chart.all()) {
      if (account.posts()) {
        var name = name(account);
        while (!taken.add(name)) {
          name += "-2"; // another code that differs by its points alone
        }
        names.put(account.id(), name);
        line(book.begins() + " open " + name + " " + currency);
        line("  name: " + quoted(account.nameEs()));
      }
    }
  }

  private static String name(Account account) {
    var slug = Folded.of(account.nameEs()).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
    var code = account.code().replaceAll("[^0-9A-Z-]", "-");
    return JournalWriter.root(account.kind()) + ":" + code + "-" + slug;
  }

  @Override
  public void entry(Recorded entry) {
    out.print('\n');
    line(entry.day() + " * " + quoted(entry.text()));
    line("  number: " + quoted(entry.year() + "/" + entry.number()));
    for (var line : entry.lines()) {
      line("  " + names.get(line.account()) + "  " + amount(line.amount()));
      if (!line.note().isEmpty()) {
        line("    note: " + quoted(line.note()));
      }
      var foreign = line.foreign();
      if (foreign != null) {
        line("    foreign: " + foreign.said());
        line("    rate: " + foreign.plainRate().toPlainString());
        line("    rated: " + quoted(foreign.source() + " " + foreign.day()));
      }
    }
  }

  @Override
  public void end(LocalDate last, Map<AccountId, Money> balances) {
    var sorted = new TreeMap<String, Money>();
    balances.forEach((id, money) -> sorted.put(names.getOrDefault(id, ""), money));
    out.print('\n');
    sorted.forEach(
        (name, money) -> line(last.plusDays(1) + " balance " + name + "  " + amount(money)));
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
