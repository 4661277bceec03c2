package org.diestra.office.bookkeeping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import org.diestra.office.books.AccountList;
import org.diestra.office.books.Desk;
import org.diestra.platform.base.Money;

/** Those of the demo's bookshop who write and post, and the chart they write by. */
record DemoShop(Desk assistant, Desk accountant, AccountList chart) {

  /** An amount on an account, in cents: debits above zero. */
  record Part(String code, long cents) {}

  static Part of(String code, long cents) {
    return new Part(code, cents);
  }

  /** An amount as it stands on a paper. */
  static String words(long cents) {
    return cents / 100 + "," + String.format(Locale.ROOT, "%02d", cents % 100);
  }

  /** Debits first. */
  Written written(LocalDate day, String text, Part... parts) {
    var currency = assistant.book().currency();
    var lines = new ArrayList<Line>();
    for (var part : parts) {
      var account = chart.find("", part.code()).orFail();
      lines.add(new Line(account.id(), new Money(part.cents(), currency), ""));
    }
    lines.sort(Comparator.comparing(line -> !line.amount().isPositive()));
    return new Written(day, text, currency, lines);
  }
}
