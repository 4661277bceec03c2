package org.diestra.platform.banking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diestra.platform.banking.BankStatement.Format;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Reads SWIFT's customer statement (MT940, User Handbook Category 9): fields {@code :25:} account,
 * {@code :60a:} opening, {@code :61:} line, {@code :86:} what is said of it, {@code :62a:} closing.
 * Pages of one statement follow one another in a file; each is held against its balances.
 */
public final class Mt940Reader {
  private static final int LONGEST = 2_000; // characters of one field that are kept
  private static final Pattern FIELD = Pattern.compile("^:([0-9]{2}[A-Z]?):(.*)$");
  private static final Pattern BALANCE =
      Pattern.compile("([CD])([0-9]{6})([A-Z]{3})([0-9]+,?[0-9]*)");
  private static final Pattern MOVED =
      Pattern.compile(
          "([0-9]{6})([0-9]{4})?(R?[CD])([A-Z])?([0-9]+,?[0-9]*)([A-Z][A-Z0-9]{3})(.*)",
          Pattern.DOTALL);
  private final OwnAccount account;
  private final List<BankLine> lines = new ArrayList<>();
  private final StringBuilder field = new StringBuilder();
  private String tag = "";
  private int at;
  private final Sheets sheets = new Sheets();
  private @Nullable LocalDate until;
  private @Nullable Money before;
  private int read; // lines of the pages that are over
  private Money moved;
  private @Nullable Matcher line;
  private int lineAt;
  private boolean named;
  private boolean any;

  private Mt940Reader(OwnAccount account) {
    this.account = account;
    this.moved = Money.zero(account.currency());
  }

  /** Refused where it is no such statement, of another account, or does not add up. */
  public static Outcome<BankStatement> read(OwnAccount account, byte[] bytes) {
    try {
      return Outcome.done(new Mt940Reader(account).statement(Letters.of(bytes)));
    } catch (Unreadable unreadable) {
      return Outcome.refused(unreadable.why());
    }
  }

  private BankStatement statement(String text) throws Unreadable {
    int number = 0;
    for (var row : (Iterable<String>) text.lines()::iterator) {
      number++;
      var bare = row.contains("{4:") ? row.substring(row.indexOf("{4:") + 3) : row;
      var found = FIELD.matcher(bare);
      if (found.matches()) {
        end();
        tag = Objects.requireNonNull(found.group(1));
        at = number;
        var said = Objects.requireNonNull(found.group(2));
        field.append(said, 0, Math.min(LONGEST, said.length()));
      } else if (bare.strip().equals("-") || bare.startsWith("-}")) {
        end();
        tag = "";
      } else if (!tag.isEmpty() && field.length() + bare.length() < LONGEST) {
        field.append('\n').append(bare);
      }
    }
    end();
    take(null);
    if (before != null) {
      sheets.add(before, null, lines.subList(read, lines.size())); // it breaks off
    }
    if (!any) {
      throw new Unreadable("banking.file.no-statement");
    }
    return new BankStatement(Format.MT940, sheets.opening(), sheets.closing(), until, lines);
  }

  private void end() throws Unreadable {
    var text = field.toString();
    field.setLength(0);
    switch (tag) {
      case "25" -> {
        if (!account.isLike(text.replaceFirst("\\s*[A-Z]{3}$", "")) && !account.isLike(text)) {
          throw new Unreadable(
              "banking.file.other-account", text.substring(Math.max(0, text.length() - 4)), at);
        }
        named = true;
      }
      case "60F", "60M" -> {
        take(null);
        before = balance(text);
        moved = Money.zero(account.currency());
        any = true;
      }
      case "61" -> {
        take(null);
        line = MOVED.matcher(text);
        lineAt = at;
        if (!line.matches()) {
          throw new Unreadable("banking.file.incomplete", at);
        }
      }
      case "86" -> take(text);
      case "62F", "62M" -> {
        take(null);
        var last = balance(text);
        until = Figures.later(until, Figures.dayOrNull("20" + text.strip().substring(1, 7)));
        if (before != null) {
          Figures.requireSum(before, moved, last);
        }
        sheets.add(before, last, lines.subList(read, lines.size()));
        read = lines.size();
        before = null;
      }
      default -> {}
    }
    tag = "";
  }

  private Money balance(String text) throws Unreadable {
    var parts = BALANCE.matcher(text.strip());
    if (!parts.matches()) {
      throw new Unreadable("banking.file.amount", at);
    }
    var currency = text(parts, 3);
    if (!account.currency().getCurrencyCode().equals(currency)) {
      throw new Unreadable("banking.file.other-currency", currency, at);
    }
    var amount = Figures.amount(text(parts, 4), account.currency(), at);
    return text(parts, 1).equals("D") ? amount.negated() : amount;
  }

  private static String text(Matcher parts, int group) {
    var found = parts.group(group);
    return found == null ? "" : found;
  }

  /** The line that waited for what is said of it. */
  private void take(@Nullable String said) throws Unreadable {
    var parts = line;
    line = null;
    if (parts == null) {
      return;
    }
    if (!named) {
      throw new Unreadable("banking.file.no-account", lineAt);
    }
    var plain = Figures.amount(text(parts, 5), account.currency(), lineAt);
    boolean out = text(parts, 3).equals("D") || text(parts, 3).equals("RC");
    var amount = out ? plain.negated() : plain;
    if (amount.isZero()) {
      return;
    }
    if (lines.size() >= BankStatement.MOST_LINES) {
      throw new Unreadable("banking.file.too-many", BankStatement.MOST_LINES);
    }
    var rows = text(parts, 7).split("\n", 2);
    var references = rows[0].split("//", 2);
    lines.add(
        Mt940Words.of(said == null ? rows.length > 1 ? rows[1] : "" : said)
            .line(
                booked(text(parts, 1), text(parts, 2)),
                amount,
                references[0],
                references.length > 1 ? references[1] : ""));
    moved = moved.plus(amount);
  }

  /** The day of booking says no year: it is the one next to the day of value. */
  private LocalDate booked(String value, String entry) throws Unreadable {
    var valued = Figures.day("20" + value, lineAt);
    if (entry.isEmpty()) {
      return valued;
    }
    int shift = Integer.parseInt(entry.substring(0, 2)) - valued.getMonthValue();
    int year = valued.getYear() + (shift > 6 ? -1 : shift < -6 ? 1 : 0);
    return Figures.day(String.format(Locale.ROOT, "%04d%s", year, entry), lineAt);
  }
}
