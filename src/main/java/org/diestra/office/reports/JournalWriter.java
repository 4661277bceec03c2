package org.diestra.office.reports;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Map;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountKind;
import org.diestra.office.books.AccountList;
import org.diestra.office.books.Book;
import org.diestra.platform.base.Money;

/** Writes a journal in the language of another program. */
interface JournalWriter {
  void begin(Book book, AccountList chart);

  void entry(Recorded entry);

  /** What our own sums say of each account, for the other program to compare. */
  void end(LocalDate last, Map<AccountId, Money> balances);

  /** Which of them it is, by the ending of its file. */
  static JournalWriter of(String kind, PrintWriter out) {
    return switch (kind) {
      case "journal" -> new HledgerWriter(out);
      case "beancount" -> new BeancountWriter(out);
      default -> new CsvWriter(out);
    };
  }

  /** The highest part of an account's name, by which those programs tell its kind. */
  static String root(AccountKind kind) {
    return switch (kind) {
      case ASSET -> "Assets";
      case LIABILITY -> "Liabilities";
      case EQUITY -> "Equity";
      case INCOME -> "Income";
      case EXPENSE -> "Expenses";
    };
  }
}
