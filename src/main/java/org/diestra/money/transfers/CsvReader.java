package org.diestra.money.transfers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.diestra.money.transfers.BankStatement.Format;
import org.diestra.money.transfers.CsvTable.Row;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;

/** Reads a bank's CSV by the columns that an operator named. */
final class CsvReader {
  private static final Pattern MINUS = Pattern.compile("^[-\u2212(]|[-\u2212)]$");
  private static final Pattern DECORATION = Pattern.compile("[-\u2212()+\\p{Sc}]|[A-Za-z]{3}");
  private static final Pattern CURRENCY = Pattern.compile("\\b([A-Z]{3})\\b");

  private static final Pattern ZERO = Pattern.compile("[-+]?[0.,\\s]+(\\p{Sc}|[A-Z]{3})?");

  private CsvReader() {}

  /** All of it, or a refusal that names the line. */
  static Outcome<BankStatement> read(
      CollectingAccount account, CsvTable table, CsvColumns columns) {
    try {
      var lines = new ArrayList<BankLine>();
      for (var row : table.rows()) {
        if (!foot(row, columns)) {
          lines.add(line(account, row, columns));
        }
      }
      return Outcome.done(new BankStatement(Format.CSV, null, null, lines));
    } catch (Unreadable unreadable) {
      return Outcome.refused(unreadable.why());
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

  private static BankLine line(CollectingAccount account, Row row, CsvColumns columns)
      throws Unreadable {
    var typed = row.cell(columns.day());
    var day = CsvColumns.day(typed, columns.days()).orElse(null);
    if (day == null) {
      throw new Unreadable("transfers.csv.day", row.line(), shown(typed));
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

  private static Money amount(CollectingAccount account, Row row, CsvColumns columns)
      throws Unreadable {
    var in = row.cell(columns.in());
    var out = row.cell(columns.out());
    if (columns.amount() >= 0) {
      return money(account, row, row.cell(columns.amount()));
    }
    boolean came = !nothing(in);
    if (came != nothing(out)) {
      throw new Unreadable("transfers.csv.amount", row.line(), shown(in + " " + out));
    }
    var found = money(account, row, came ? in : out);
    var whole = found.isPositive() ? found : found.negated();
    return came ? whole : whole.negated();
  }

  private static Money money(CollectingAccount account, Row row, String typed) throws Unreadable {
    var named = CURRENCY.matcher(typed);
    if (named.find() && !account.currency().getCurrencyCode().equals(named.group(1))) {
      throw new Unreadable("transfers.file.other-currency", shown(typed), row.line());
    }
    var digits = DECORATION.matcher(typed).replaceAll("").strip();
    var amount = Money.read(digits, account.currency()).orElse(null);
    if (amount == null || amount.isZero()) {
      throw new Unreadable("transfers.csv.amount", row.line(), shown(typed));
    }
    return MINUS.matcher(typed.strip()).find() ? amount.negated() : amount;
  }

  private static String shown(String typed) {
    return typed.length() > 40 ? typed.substring(0, 40) : typed;
  }
}
