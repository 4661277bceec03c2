package org.diestra.platform.banking;

import java.util.List;
import java.util.TreeMap;
import org.diestra.platform.base.CsvRows;
import org.diestra.platform.base.CsvRows.Row;

/**
 * A bank's CSV as rows of cells.
 *
 * @param head the row that names the columns
 * @param rows those below it that hold anything
 */
public record CsvTable(Row head, List<Row> rows) {
  private static final int PREFACE = 40; // lines before the head, at most
  private static final CsvRows.Bounds BOUNDS =
      new CsvRows.Bounds(BankStatement.MOST_LINES + PREFACE, 60, 4_000);

  public static CsvTable read(byte[] bytes) throws Unreadable {
    var all = rows(bytes);
    int width = width(all);
    int head = 0;
    while (head < all.size() && head < PREFACE && all.get(head).filled() < Math.max(2, width)) {
      head++;
    }
    if (width < 2 || head >= Math.min(PREFACE, all.size())) {
      throw new Unreadable("banking.csv.no-table");
    }
    if (all.size() - head - 1 > BankStatement.MOST_LINES) {
      throw new Unreadable("banking.file.too-many", BankStatement.MOST_LINES);
    }
    return new CsvTable(all.get(head), List.copyOf(all.subList(head + 1, all.size())));
  }

  private static List<Row> rows(byte[] bytes) throws Unreadable {
    try {
      return CsvRows.read(bytes, BOUNDS);
    } catch (CsvRows.Unreadable e) {
      throw switch (e.fault()) {
        case NO_TEXT -> new Unreadable("banking.csv.no-table");
        case QUOTE -> new Unreadable("banking.csv.quote", e.line());
        case WIDE -> new Unreadable("banking.csv.wide", e.line());
        case MANY -> new Unreadable("banking.file.too-many", BankStatement.MOST_LINES);
      };
    }
  }

  /** How many cells the most rows have; of two as frequent, the wider. */
  private static int width(List<Row> rows) {
    var widths = new TreeMap<Integer, Integer>();
    rows.forEach(row -> widths.merge(row.cells().size(), 1, Integer::sum));
    int best = 0;
    int most = 0;
    for (var one : widths.entrySet()) {
      if (one.getValue() >= most) {
        best = one.getKey();
        most = one.getValue();
      }
    }
    return Math.min(best, (int) rows.stream().mapToLong(Row::filled).max().orElse(0));
  }
}
