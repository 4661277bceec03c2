package org.diestra.office.reports;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Map;
import org.diestra.office.books.Account;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountList;
import org.diestra.office.books.Book;
import org.diestra.platform.base.Csv;
import org.diestra.platform.base.Money;

/** For a spreadsheet: a row for each line, none of which is a formula. */
final class CsvWriter implements JournalWriter {
  private final PrintWriter out;
  private Map<AccountId, Account> accounts = Map.of();

  CsvWriter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void begin(Book book, AccountList chart) {
    accounts = chart.byId();
    out.print(Csv.MARK);
    out.print(
        Csv.row(
            "year",
            "number",
            "date",
            "text",
            "account",
            "name_es",
            "name_en",
            "debit",
            "credit",
            "currency",
            "note",
            "foreign_amount",
            "foreign_currency",
            "rate",
            "rate_day",
            "rate_source"));
  }

  @Override
  public void entry(Recorded entry) {
    for (var line : entry.lines()) {
      var account = accounts.get(line.account());
      var foreign = line.foreign();
      boolean debit = line.amount().isPositive();
      out.print(
          Csv.row(
              entry.year(),
              entry.number(),
              entry.day(),
              entry.text(),
              account == null ? null : account.code(),
              account == null ? null : account.nameEs(),
              account == null ? null : account.nameEn(),
              debit ? line.amount().amount() : null,
              debit ? null : line.amount().negated().amount(),
              line.amount().currency().getCurrencyCode(),
              line.note(),
              foreign == null ? null : foreign.amount().amount(),
              foreign == null ? null : foreign.amount().currency().getCurrencyCode(),
              foreign == null ? null : foreign.plainRate().toPlainString(),
              foreign == null ? null : foreign.day(),
              foreign == null ? null : foreign.source()));
    }
  }

  @Override
  public void end(LocalDate last, Map<AccountId, Money> balances) {
    // a spreadsheet adds up by itself
  }
}
