package org.diestra.platform.banking;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/** One statement of a camt.053 message, while it is read. */
final class CamtSheet {
  private static final Pattern AMOUNT = Pattern.compile("0{0,6}[0-9]{1,12}(\\.[0-9]{0,5})?");
  private final OwnAccount account;
  private final List<BankLine> lines;
  private final Map<String, Money> balances = new TreeMap<>();
  private Money moved;
  private @Nullable CamtEntry entry;
  private @Nullable String currency;
  private boolean named;
  private String balance = "";
  private @Nullable Money balanceAmount;
  private boolean balanceDebit;
  private @Nullable LocalDate balanceDay;
  private @Nullable LocalDate until;

  CamtSheet(OwnAccount account, List<BankLine> lines) {
    this.account = account;
    this.lines = lines;
    this.moved = Money.zero(account.currency());
  }

  /** Before the first line; PRCD is what some banks call it. */
  @Nullable Money opening() {
    var opening = balances.get("OPBD");
    return opening == null ? balances.get("PRCD") : opening;
  }

  @Nullable Money closing() {
    return balances.get("CLBD");
  }

  /** The day of its closing balance, or null where it does not say. */
  @Nullable LocalDate until() {
    return until;
  }

  void begin(String path, @Nullable String ccy, int line) throws Unreadable {
    if (path.equals("Ntry")) {
      requireNamed(line);
      entry = new CamtEntry();
    } else if (path.equals("Bal")) {
      balance = "";
      balanceAmount = null;
      balanceDebit = false;
      balanceDay = null;
    } else if (path.equals("Ntry/NtryDtls/TxDtls") && entry != null) {
      entry.begin();
    } else if (ccy != null) {
      currency = ccy;
    }
  }

  void end(String path, String text, int line) throws Unreadable {
    switch (path) {
      case "Acct/Id/IBAN", "Acct/Id/Othr/Id" -> account(text, line);
      case "Acct/Ccy" -> currency(text, line);
      case "Bal/Tp/CdOrPrtry/Cd" -> balance = text;
      case "Bal/Amt" -> balanceAmount = amount(text, line);
      case "Bal/CdtDbtInd" -> balanceDebit = text.equals("DBIT");
      case "Bal/Dt/Dt", "Bal/Dt/DtTm" -> balanceDay = Figures.dayOrNull(text);
      case "Bal" -> {
        until = balance.equals("CLBD") ? balanceDay : until;
        if (balanceAmount != null) {
          balances.put(balance, balanceDebit ? balanceAmount.negated() : balanceAmount);
        }
      }
      case "Ntry" -> {
        if (entry != null) {
          entry(entry, line);
        }
        entry = null;
      }
      default -> {
        if (entry != null && path.startsWith("Ntry/")) {
          within(entry, path.substring(5), text, line);
        }
      }
    }
  }

  private void within(CamtEntry into, String path, String text, int line) throws Unreadable {
    switch (path) {
      case "Amt" -> into.amount = amount(text, line);
      case "NtryDtls/TxDtls/Amt", "NtryDtls/TxDtls/AmtDtls/TxAmt/Amt" -> {
        var part = into.part();
        if (part.amount == null && account.currency().getCurrencyCode().equals(currency)) {
          part.amount = amount(text, line); // the one in another currency is what the payer sent
        }
      }
      case "BookgDt/Dt", "BookgDt/DtTm" -> into.booked = day(text, line);
      case "ValDt/Dt", "ValDt/DtTm" -> into.valued = day(text, line);
      default -> into.take(path, text);
    }
  }

  private void entry(CamtEntry read, int line) throws Unreadable {
    if (!read.isBooked()) {
      return;
    }
    var amount = read.amount;
    var day = read.booked == null ? read.valued : read.booked;
    if (amount == null || day == null || read.debit == null) {
      throw new Unreadable("banking.file.incomplete", line);
    }
    if (!amount.isZero()) {
      lines.addAll(read.lines(read.debit ? amount.negated() : amount, day));
      moved = moved.plus(read.debit ? amount.negated() : amount);
    }
  }

  /** Holds the balances against the entries, where it has both. */
  void close(int line) throws Unreadable {
    requireNamed(line);
    var before = opening();
    var after = closing();
    if (before != null && after != null && !before.plus(moved).equals(after)) {
      throw new Unreadable("banking.file.balances", before, moved, after);
    }
  }

  private void account(String text, int line) throws Unreadable {
    if (!account.is(text)) {
      throw new Unreadable("banking.file.other-account", tail(text), line);
    }
    named = true;
  }

  private void requireNamed(int line) throws Unreadable {
    if (!named) {
      throw new Unreadable("banking.file.no-account", line);
    }
  }

  /** Enough to know it by. */
  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - 4));
  }

  private void currency(@Nullable String text, int line) throws Unreadable {
    if (!account.currency().getCurrencyCode().equals(text)) {
      throw new Unreadable(
          "banking.file.other-currency",
          text == null ? "?" : text.substring(0, Math.min(3, text.length())),
          line);
    }
  }

  private Money amount(String text, int line) throws Unreadable {
    currency(currency, line);
    if (!AMOUNT.matcher(text).matches()) {
      throw new Unreadable("banking.file.amount", line);
    }
    try {
      return of(new BigDecimal(text), account.currency());
    } catch (ArithmeticException tooFine) {
      throw new Unreadable("banking.file.amount", line);
    }
  }

  private static Money of(BigDecimal amount, Currency currency) {
    return Money.of(amount, currency);
  }

  private static LocalDate day(String text, int line) throws Unreadable {
    try {
      return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
    } catch (DateTimeException none) {
      throw new Unreadable("banking.file.date", line);
    }
  }
}
