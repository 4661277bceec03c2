package org.diestra.platform.banking;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.diestra.platform.banking.BankStatement.Format;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Reads OFX statements of bank accounts and cards: 1.x, whose SGML leaves out the ends of values,
 * and 2.x, which is XML. Both are read by the same steps, value by value; there are no document
 * types and no entities but the few of SGML. OFX has no opening balance, so it can't be added up.
 */
public final class OfxReader {
  /** Those that matter and hold others; all else is a value or of no interest. */
  private static final Set<String> GROUPS =
      Set.of(
          "SONRS",
          "STMTRS",
          "CCSTMTRS",
          "BANKACCTFROM",
          "CCACCTFROM",
          "BANKTRANLIST",
          "BANKTRANLISTP",
          "STMTTRN",
          "STMTTRNP",
          "PAYEE",
          "BANKACCTTO",
          "CCACCTTO",
          "LEDGERBAL",
          "AVAILBAL",
          "BALLIST",
          "BAL",
          "CURRENCY",
          "ORIGCURRENCY");

  private static final int DEEPEST = 40;
  private final OwnAccount account;
  private final Deque<String> within = new ArrayDeque<>();
  private final List<BankLine> lines = new ArrayList<>();
  private Map<String, String> values = new HashMap<>();
  private @Nullable Money closing;
  private @Nullable LocalDate closingDay;
  private @Nullable LocalDate served;
  private @Nullable LocalDate end;
  private boolean any;
  private boolean named;

  private OfxReader(OwnAccount account) {
    this.account = account;
  }

  /** Refused where it is no such statement, or of another account. */
  public static Outcome<BankStatement> read(OwnAccount account, byte[] bytes) {
    try {
      return Outcome.done(new OfxReader(account).statement(Letters.of(bytes)));
    } catch (Unreadable unreadable) {
      return Outcome.refused(unreadable.why());
    }
  }

  private BankStatement statement(String text) throws Unreadable {
    var tags = new OfxTags(text);
    while (tags.next()) {
      var name = tags.name();
      if (tags.ends()) {
        end(name, tags.line());
      } else if (GROUPS.contains(name)) {
        begin(name, tags.line());
      } else {
        value(name, tags.value(), tags.line());
      }
    }
    if (!any) {
      throw new Unreadable("banking.file.no-statement");
    }
    return new BankStatement(Format.OFX, null, closes() ? closing : null, until(), lines);
  }

  /** The day of the download is not over yet. */
  private @Nullable LocalDate until() {
    return end == null || served == null || end.isBefore(served) ? end : served.minusDays(1);
  }

  /**
   * Banks say the balance of the day of the download; only that of the last line can be held
   * against them.
   */
  private boolean closes() {
    return lines.stream()
        .map(BankLine::day)
        .max(Comparator.naturalOrder())
        .filter(last -> last.equals(closingDay))
        .isPresent();
  }

  private void begin(String name, int line) throws Unreadable {
    if (within.size() >= DEEPEST) {
      throw new Unreadable("banking.file.deep", line);
    }
    within.addLast(name);
    if (name.equals("STMTTRN")) {
      values = new HashMap<>();
    }
    any |= name.equals("STMTRS") || name.equals("CCSTMTRS");
  }

  private void end(String name, int line) throws Unreadable {
    if (!within.contains(name)) {
      return; // of a value, or of no interest
    }
    while (!within.removeLast().equals(name)) {
      // those that a bank forgot to end
    }
    if (name.equals("STMTTRN") && !within.contains("BANKTRANLISTP")) {
      line(line);
    }
  }

  private void value(String name, String text, int line) throws Unreadable {
    var group = within.isEmpty() ? "" : within.getLast();
    switch (group) {
      case "STMTRS", "CCSTMTRS" -> {
        if (name.equals("CURDEF")) {
          requireCurrency(text, line);
        }
      }
      case "BANKACCTFROM", "CCACCTFROM" -> {
        if (name.equals("ACCTID")) {
          requireAccount(text, line);
        }
      }
      case "SONRS" -> {
        if (name.equals("DTSERVER")) {
          served = Figures.dayOrNull(text);
        }
      }
      case "BANKTRANLIST" -> {
        if (name.equals("DTEND")) {
          end = Figures.dayOrNull(text);
        }
      }
      case "STMTTRN" -> values.put(name, text);
      case "PAYEE" -> values.put("PAYEE " + name, text);
      case "BANKACCTTO", "CCACCTTO" -> values.put("TO " + name, text);
      case "CURRENCY" -> {
        if (name.equals("CURSYM")) {
          requireCurrency(text, line);
        }
      }
      case "LEDGERBAL" -> {
        if (name.equals("BALAMT")) {
          closing = Figures.amount(text, account.currency(), line);
        } else if (name.equals("DTASOF")) {
          closingDay = Figures.dayOrNull(text);
        }
      }
      default -> {}
    }
  }

  private void requireCurrency(String text, int line) throws Unreadable {
    if (!account.currency().getCurrencyCode().equals(text.toUpperCase(Locale.ROOT))) {
      throw new Unreadable(
          "banking.file.other-currency", text.substring(0, Math.min(3, text.length())), line);
    }
  }

  private void requireAccount(String text, int line) throws Unreadable {
    if (!account.isLike(text)) {
      throw new Unreadable(
          "banking.file.other-account", text.substring(Math.max(0, text.length() - 4)), line);
    }
    named = true;
  }

  private void line(int line) throws Unreadable {
    if (!named) {
      throw new Unreadable("banking.file.no-account", line);
    }
    if (lines.size() >= BankStatement.MOST_LINES) {
      throw new Unreadable("banking.file.too-many", BankStatement.MOST_LINES);
    }
    var posted = values.get("DTPOSTED");
    var amount = values.get("TRNAMT");
    if (posted == null || amount == null) {
      throw new Unreadable("banking.file.incomplete", line);
    }
    var moved = Figures.amount(amount.replace(" ", ""), account.currency(), line);
    if (!moved.isZero()) {
      lines.add(
          BankLine.of(
              Figures.day(posted, line),
              moved,
              values.getOrDefault("NAME", values.getOrDefault("PAYEE NAME", "")),
              values.get("TO ACCTID"),
              List.of(values.getOrDefault("MEMO", "")),
              values.getOrDefault("REFNUM", values.getOrDefault("CHECKNUM", "")),
              values.getOrDefault("FITID", "")));
    }
  }
}
