package org.diestra.platform.banking;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.diestra.platform.banking.BankStatement.Format;
import org.diestra.platform.base.CsvRows.Row;
import org.diestra.platform.base.Folded;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;

/** Reads a bank's CSV by the columns that an operator named. */
public final class CsvReader {
  /** A number with at most one currency and its sign before or behind it, in any order. */
  private static final Pattern AMOUNT =
      Pattern.compile(
          "([-\u2212+(]?)(\\p{Sc}|[A-Za-z]{3})?([-\u2212+(]?)([0-9.,'\u2019 \u00a0\u202f]+)"
              + "([-\u2212+)]?)(\\p{Sc}|[A-Za-z]{3})?([-\u2212+)]?)");

  /** Room that is not within the number. */
  private static final Pattern ROOM =
      Pattern.compile("[\\s\u00a0\u202f]+(?![0-9])|(?<![0-9])[\\s\u00a0\u202f]+");

  private static final int LONGEST = 60;
  private static final Pattern CURRENCY = Pattern.compile("\\b([A-Z]{3})\\b");

  private static final Pattern OPEN =
      Pattern.compile("pend|revert|declin|cancel|fail|rechaz|anulad|vorgemerkt");
  private static final Set<String> SIGNS = Set.of("", "+", "-", "()");
  private static final Pattern ZERO = Pattern.compile("[-+]?[0.,\\s]+(\\p{Sc}|[A-Z]{3})?");

  private CsvReader() {}

  /** All of it, or a refusal that names the line. */
  public static Outcome<BankStatement> read(
      OwnAccount account, CsvTable table, CsvColumns columns) {
    try {
      var rows = table.rows().stream().filter(row -> !foot(row, columns)).toList();
      requireDone(table, rows);
      var lines = new ArrayList<BankLine>();
      for (var row : rows) {
        lines.add(line(account, row, columns));
      }
      return Outcome.done(new BankStatement(Format.CSV, null, null, null, lines));
    } catch (Unreadable unreadable) {
      return Outcome.refused(unreadable.why());
    }
  }

  /** All rows that can be read, and why the others can't. */
  static Outcome<BankFile> rows(OwnAccount account, CsvTable table, CsvColumns columns) {
    var lines = new ArrayList<BankLine>();
    var faults = new ArrayList<Refusal>();
    try {
      var rows = table.rows().stream().filter(row -> !foot(row, columns)).toList();
      requireDone(table, rows);
      for (var row : rows) {
        try {
          lines.add(line(account, row, columns));
        } catch (Unreadable unreadable) {
          faults.add(unreadable.why());
        }
      }
    } catch (Unreadable unreadable) {
      return Outcome.refused(unreadable.why());
    }
    var statement = new BankStatement(Format.CSV, null, null, null, lines);
    return Outcome.done(new BankFile.Read(statement, faults));
  }

  /** Where a bank says how far a line has come, all of them have to have come as far. */
  private static void requireDone(CsvTable table, List<Row> rows) throws Unreadable {
    int state = CsvColumns.state(table);
    var said =
        rows.stream().map(row -> row.cell(state)).filter(s -> !s.isEmpty()).distinct().toList();
    if (said.size() > 1 || said.stream().anyMatch(s -> OPEN.matcher(Folded.of(s)).find())) {
      var some = said.stream().limit(4).map(CsvReader::shown).collect(Collectors.joining(", "));
      throw new Unreadable("banking.csv.states", shown(table.head().cell(state)), some);
    }
  }

  /** It moved nothing: a title, a note, or what some banks print below. */
  private static boolean foot(Row row, CsvColumns columns) {
    return nothing(row.cell(columns.amount()))
        && nothing(row.cell(columns.in()))
        && nothing(row.cell(columns.out()))
        && (row.cell(columns.day()).isEmpty()
            || !(row.cell(columns.amount()) + row.cell(columns.in()) + row.cell(columns.out()))
                .isEmpty());
  }

  private static boolean nothing(String cell) {
    return cell.isEmpty() || ZERO.matcher(cell).matches();
  }

  private static BankLine line(OwnAccount account, Row row, CsvColumns columns) throws Unreadable {
    var currency = row.cell(columns.currency());
    if (!currency.isEmpty() && !account.currency().getCurrencyCode().equalsIgnoreCase(currency)) {
      throw new Unreadable("banking.file.other-currency", shown(currency), row.line());
    }
    var typed = row.cell(columns.day());
    var day = CsvColumns.day(typed, columns.days()).orElse(null);
    if (day == null) {
      throw new Unreadable("banking.csv.day", row.line(), shown(typed));
    }
    return BankLine.of(
        day,
        amount(account, row, columns),
        row.cell(columns.party()),
        row.cell(columns.account()),
        List.of(row.cell(columns.words())),
        "",
        row.cell(columns.reference()));
  }

  private static Money amount(OwnAccount account, Row row, CsvColumns columns) throws Unreadable {
    var in = row.cell(columns.in());
    var out = row.cell(columns.out());
    if (columns.amount() >= 0) {
      return money(account, row, row.cell(columns.amount()));
    }
    boolean came = !nothing(in);
    if (came != nothing(out)) {
      throw new Unreadable("banking.csv.amount", row.line(), shown(in + " " + out));
    }
    var found = money(account, row, came ? in : out);
    // what came in and is below zero was taken back; what went out is written either way
    return came || !found.isPositive() ? found : found.negated();
  }

  private static Money money(OwnAccount account, Row row, String typed) throws Unreadable {
    var named = CURRENCY.matcher(typed);
    if (named.find() && !account.currency().getCurrencyCode().equals(named.group(1))) {
      throw new Unreadable("banking.file.other-currency", shown(typed), row.line());
    }
    var bare = typed.length() > LONGEST ? "" : ROOM.matcher(typed).replaceAll("");
    var parts = AMOUNT.matcher(bare);
    var sign = parts.matches() ? sign(parts) : "";
    var amount =
        !parts.matches() || !SIGNS.contains(sign)
            ? null
            : Money.read(
                    Objects.requireNonNullElse(parts.group(4), "").replace("\u2019", ""),
                    account.currency())
                .orElse(null);
    if (amount == null || amount.isZero()) {
      throw new Unreadable("banking.csv.amount", row.line(), shown(typed));
    }
    return sign.isEmpty() || sign.equals("+") ? amount : amount.negated();
  }

  /** All that stand there, wherever they do. */
  private static String sign(Matcher parts) {
    var all = parts.group(1) + parts.group(3) + parts.group(5) + parts.group(7);
    return all.replace('\u2212', '-');
  }

  private static String shown(String typed) {
    return typed.length() > 40 ? typed.substring(0, 40) : typed;
  }
}
