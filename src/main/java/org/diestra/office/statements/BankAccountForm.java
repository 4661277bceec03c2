package org.diestra.office.statements;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.diestra.office.books.Account;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountList;
import org.diestra.office.books.Book;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A bank account as a browser sends it.
 *
 * @param ledger code or name of the account of the chart; of a new one alone
 * @param opening what there was as {@code begins} began; both or none
 */
record BankAccountForm(
    @Nullable String name,
    @Nullable String number,
    @Nullable String ledger,
    @Nullable String begins,
    @Nullable String opening,
    @Nullable String seen) {
  static final BankAccountForm FRESH = new BankAccountForm("", "", "", "", "", "");

  static BankAccountForm of(BankAccount account, Map<AccountId, Account> chart, Locale locale) {
    var on = chart.get(account.ledger());
    var opening = account.opening();
    return new BankAccountForm(
        account.name(),
        account.shown(),
        on == null ? "" : on.label(locale),
        account.begins() == null ? "" : String.valueOf(account.begins()),
        opening == null ? "" : opening.amount().toPlainString(),
        String.valueOf(account.version()));
  }

  /** A new one; null where there is a problem. */
  @Nullable BankAccount read(Book book, AccountList chart, Problems problems) {
    var on =
        switch (chart.find("ledger", Typed.line(ledger))) {
          case Outcome.Done<Account>(var found) -> found.id();
          case Outcome.Refused<Account>(var why) -> {
            problems.add(why);
            yield null;
          }
        };
    var read = read(book.currency(), problems);
    return read == null || on == null
        ? null
        : new BankAccount(
            new BankAccountId(Ids.fresh()),
            book.workspace(),
            on,
            read.name(),
            read.number(),
            book.currency(),
            null,
            read.begins(),
            read.opening(),
            null,
            1);
  }

  /** What of one that is there may change; null where there is a problem. */
  @Nullable BankAccount read(BankAccount there, Problems problems) {
    var read = read(there.currency(), problems);
    return read == null
        ? null
        : new BankAccount(
            there.id(),
            there.workspace(),
            there.ledger(),
            read.name(),
            read.number(),
            there.currency(),
            there.columns(),
            there.reconciledUntil() == null ? read.begins() : there.begins(),
            there.reconciledUntil() == null ? read.opening() : there.opening(),
            there.reconciledUntil(),
            version(seen));
  }

  private record Said(
      String name, String number, @Nullable LocalDate begins, @Nullable Money opening) {}

  private @Nullable Said read(Currency currency, Problems problems) {
    var typed = new Typed(problems);
    var called = typed.line("name", name, 80, "statements.account.name.missing");
    var plain = Typed.line(number).replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
    if (plain.length() > 34) {
      problems.add("number", "statements.account.number.wrong");
    }
    var from = Typed.line(begins);
    var day = day(from);
    var sum = Typed.line(opening);
    boolean minus = sum.startsWith("-") || sum.startsWith("\u2212");
    var amount = Money.read(minus ? sum.substring(1) : sum, currency).orElse(null);
    if (day == null && !from.isEmpty()) {
      problems.add("begins", "statements.account.begins.wrong");
    }
    if (amount == null && !sum.isEmpty() || (amount == null) != (day == null)) {
      problems.add("opening", "statements.account.opening.wrong");
    }
    return problems.any()
        ? null
        : new Said(called, plain, day, amount == null ? null : minus ? amount.negated() : amount);
  }

  static int version(@Nullable String typed) {
    var digits = Typed.line(typed);
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
  }

  /** A day as a browser sends it; null for anything else. */
  static @Nullable LocalDate day(@Nullable String typed) {
    try {
      var day = LocalDate.parse(Typed.line(typed));
      return day.getYear() >= 1900 && day.getYear() <= 2199 ? day : null;
    } catch (DateTimeParseException none) {
      return null;
    }
  }
}
